import { Arg, Ctx, FieldResolver, Int, Mutation, Query, Resolver, Root } from 'type-graphql';
import { Product } from '../catalog/catalog.types.ts';
import type { Context } from '../context.ts';
import { Access } from '../identity/access.ts';
import type { Answer } from '../platform/commands.ts';
import { defaultPageSize } from '../platform/connection.types.ts';
import { codePageOf, connectionByCode } from '../platform/code-pages.ts';
import { payloadOf } from '../platform/mutation.types.ts';
import { FreightQuoteInput, FreightTemplateAssignInput, FreightTemplateSaveInput } from './freight-inputs.types.ts';
import { pageOfTemplates, templatesOfProduct } from './freight.queries.ts';
import { FreightQuote, FreightTemplate, FreightTemplateConnection, FreightTemplatePayload } from './freight.types.ts';
import { quoteFreight } from './quote-freight.ts';
import { assignTemplate, saveTemplate, type ShownTemplate } from './save-template.ts';

const payload = (answer: Answer<ShownTemplate>): FreightTemplatePayload => ({ ...payloadOf(answer), template: answer.value && new FreightTemplate(answer.value) });

async function templatePage({ db }: Context, first: number, after: string | null): Promise<FreightTemplateConnection> {
  const page = codePageOf(first, after);
  return connectionByCode(page, await pageOfTemplates(db, page.afterCode, page.first), (row) => new FreightTemplate(row));
}

@Resolver()
export class FreightResolver {
  @Access('SHOPPER', 'STAFF', 'PLATFORM', 'SERVICE')
  @Query(() => FreightQuote, { description: 'What sending goods somewhere costs, by the templates that charge for them and the catalogue’s prices (S4-17). BAD_USER_INPUT for quantities and lines out of bounds.' })
  freightQuote(@Ctx() context: Context, @Arg('input', () => FreightQuoteInput, { description: 'What, and where to.' }) input: FreightQuoteInput): Promise<FreightQuote> {
    return quoteFreight(context, input);
  }

  @Access('STAFF', 'PLATFORM', 'SERVICE')
  @Query(() => FreightTemplateConnection, { description: 'All freight templates, by code.' })
  freightTemplates(
    @Ctx() context: Context,
    @Arg('first', () => Int, { defaultValue: defaultPageSize, description: 'How many templates at most, 1 to 100.' }) first: number,
    @Arg('after', () => String, { nullable: true, description: 'Only templates behind this cursor.' }) after: string | null,
  ): Promise<FreightTemplateConnection> {
    return templatePage(context, first, after ?? null);
  }

  @Access('PLATFORM', 'SERVICE')
  @Mutation(() => FreightTemplatePayload, { description: 'Makes a freight template, or brings the one with this code up to date. Orders keep the freight they were placed with. Refusals: INVALID_INPUT.' })
  async freightTemplateSave(@Ctx() context: Context, @Arg('input', () => FreightTemplateSaveInput, { description: 'The template.' }) input: FreightTemplateSaveInput): Promise<FreightTemplatePayload> {
    return payload(await saveTemplate(context, input));
  }

  @Access('PLATFORM', 'SERVICE')
  @Mutation(() => FreightTemplatePayload, { description: 'Has a freight template charge for products from now on, or no longer. Refusals: NOT_FOUND, INVALID_INPUT.' })
  async freightTemplateAssign(@Ctx() context: Context, @Arg('input', () => FreightTemplateAssignInput, { description: 'Which template, and which products.' }) input: FreightTemplateAssignInput): Promise<FreightTemplatePayload> {
    return payload(await assignTemplate(context, input));
  }
}

@Resolver(() => Product)
export class ProductFreightResolver {
  @FieldResolver(() => [FreightTemplate], { description: 'Which templates charge for sending it, the one assigned last first; empty where it is sent without a charge.' })
  async freightTemplates(@Ctx() context: Context, @Root() { row }: Product): Promise<FreightTemplate[]> {
    return (await templatesOfProduct(context).load(row.id)).map((template) => new FreightTemplate(template));
  }
}
