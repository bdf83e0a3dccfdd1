import type { Person } from '../support/app.ts';
import { contact, payOnline, type Shop } from '../support/seeds.ts';

/** A document that an operation of the walk needs, by the state it is in. */
export interface NamedService {
  readonly id: string;
  readonly number: string;
}

export type Services = Readonly<Record<'asked' | 'approved' | 'received' | 'exchanging' | 'sent', NamedService>>;

async function take(person: Person, field: string, type: string, input: Record<string, unknown>): Promise<NamedService> {
  const payload = (await person.ask(`mutation World_${field}($input: ${type}!) { ${field}(input: $input) { customerService { id number } userErrors { code message } } }`, { input }))[field];
  if (payload.userErrors.length > 0) throw new Error(`${field}: ${JSON.stringify(payload.userErrors)}`);
  return payload.customerService;
}

/** A shipped order of five pieces: one for each document. */
async function shippedOrder({ shopper, clerk, storeId, sku }: Shop): Promise<string> {
  const input = { deliveryType: 'EXPRESS', storeId, contact, lines: [{ sku, quantity: 5 }] };
  const { id } = (await shopper.ask('mutation World_place($input: OrderPlaceInput!) { orderPlace(input: $input) { order { id } } }', { input })).orderPlace.order;
  await payOnline(shopper, id);
  const ship = { orderId: id, courierCompany: 'Post', waybillNumber: 'W-1' };
  const sent = await clerk.ask('mutation World_send($start: OrderStepInput!, $ship: OrderShipInput!) { orderStartDelivery(input: $start) { userErrors { code } } orderShip(input: $ship) { userErrors { code } } }', { start: { orderId: id }, ship });
  if (sent.orderStartDelivery.userErrors.length + sent.orderShip.userErrors.length > 0) throw new Error(JSON.stringify(sent));
  return id;
}

export async function buildServices(shop: Shop): Promise<Services> {
  const orderId = await shippedOrder(shop);
  const ask = (type: string) => take(shop.shopper, 'customerServiceRequest', 'CustomerServiceRequestInput', { orderId, type, reason: 'A walk', returns: [{ seq: 1, quantity: 1 }] });
  const approve = ({ id }: NamedService) => take(shop.clerk, 'customerServiceApprove', 'CustomerServiceApproveInput', { customerServiceId: id, returnAddress: { street: 'Dock 4' } });
  const receive = ({ id }: NamedService) => take(shop.clerk, 'customerServiceReceive', 'CustomerServiceReceiveInput', { customerServiceId: id });
  const [asked, approved, received, exchanging, sent] = [await ask('RETURN'), await ask('RETURN'), await ask('RETURN'), await ask('EXCHANGE'), await ask('EXCHANGE')];
  for (const one of [approved, received, exchanging, sent]) await approve(one);
  for (const one of [received, exchanging, sent]) await receive(one);
  await take(shop.clerk, 'customerServiceShipReplacement', 'CustomerServiceShipReplacementInput', { customerServiceId: sent.id });
  return { asked, approved, received, exchanging, sent };
}
