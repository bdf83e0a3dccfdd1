/** What the sandbox and its adapter say to each other. Amounts are whole minor units. */
import { z } from 'zod';

const number = z.string().regex(/^[0-9A-Za-z_]{6,32}$/, 'has 6 to 32 letters, digits and underscores');
const amount = z.int().min(1);
const currency = z.string().regex(/^[A-Z]{3}$/, 'is an ISO 4217 code');

/** In characters, not in UTF-16 units. */
export const maximalDescription = 127;
const description = z.string().refine((text) => [...text].length <= maximalDescription, `has at most ${maximalDescription} characters`);

/** The strictest bounds of the real gateways: what passes here passes everywhere. */
export const chargeRequest = z.strictObject({ number, amount, currency, description });
export type SandboxChargeRequest = z.infer<typeof chargeRequest>;

export const refundRequest = z.strictObject({ number, chargeNumber: number, amount, currency });
export type SandboxRefundRequest = z.infer<typeof refundRequest>;

const chargeState = z.enum(['OPEN', 'PAID', 'DECLINED', 'CLOSED']);
export type SandboxChargeState = z.infer<typeof chargeState>;

const refundState = z.enum(['PENDING', 'SUCCEEDED']);
export type SandboxRefundState = z.infer<typeof refundState>;

/** A charge as the sandbox reports it, in answers and in callbacks. */
export const chargeReport = z.object({
  number: z.string(), state: chargeState, amount: z.int(), currency: z.string(), transactionId: z.string().nullable(), refunded: z.int(),
  /** Where the customer pays, below the sandbox's public address. */
  payPath: z.string(),
});
export type SandboxChargeReport = z.infer<typeof chargeReport>;

export const refundReport = z.object({
  number: z.string(), chargeNumber: z.string(), state: refundState, amount: z.int(), currency: z.string(), transactionId: z.string(),
});
export type SandboxRefundReport = z.infer<typeof refundReport>;

const cardStatus = z.enum(['PENDING', 'APPROVED', 'DECLINED', 'ABORTED', 'ERROR', 'INCONCLUSIVE']);

/** What is done at a card terminal; a refund names its charge. */
export const cardTransactionRequest = z.strictObject({
  type: z.enum(['CHARGE', 'REFUND']).default('CHARGE'), status: cardStatus.default('APPROVED'), amount, currency,
  reference: z.string().min(1).max(64), originalId: z.string().max(64).optional(),
});
export type SandboxCardTransactionRequest = z.infer<typeof cardTransactionRequest>;

export const cardTransactionReport = z.object({
  id: z.string(), type: z.enum(['CHARGE', 'REFUND']), status: cardStatus, amount: z.int(), currency: z.string(), reference: z.string(), originalId: z.string().nullable(), givenBack: z.int(),
});

/** Why the sandbox refuses. Each code is definite: nothing was done, and nothing will be. */
export const refusalReport = z.object({
  code: z.enum(['INVALID_REQUEST', 'UNKNOWN_NUMBER', 'NUMBER_USED', 'NOT_PAID', 'NOT_PAYABLE', 'REFUND_TOO_LARGE', 'NOT_ENOUGH']),
  message: z.string(),
});
export type SandboxRefusal = z.infer<typeof refusalReport>;

export const faultRequest = z.strictObject({
  /** Of the charge or the refund that is hit; a charge's number hits its refunds too. Whatever comes next when absent. */
  number: number.optional(),
  fault: z.enum([
    /** Never answers, and does nothing. */
    'timeout-before',
    /** Does as asked, and never answers. */
    'timeout-after',
    'server-error',
    'unsigned-response',
    /** Refuses a new charge or refund, since the merchant's account is blocked or has run dry. */
    'refuse',
    /** Takes a refund in, and pays it out when asked again. */
    'refund-pending',
    /** An attempt to deliver a callback vanishes on its way. */
    'lose-callback',
    /** A callback arrives twice, at the same time. */
    'duplicate-callback',
    /** A charge that was paid, or a card transaction, is reported, in an answer or a callback, with one minor unit too much. */
    'wrong-amount',
    /** A card transaction is not known, has not ended, was declined, or was made for another order, by what is told of it. */
    'card-not-found',
    'card-inconclusive',
    'card-not-approved',
    'card-wrong-reference',
  ]),
  /** How often it strikes; 0 switches it off. */
  times: z.int().min(0).default(1),
});
export type SandboxFaultRequest = z.infer<typeof faultRequest>;
export type SandboxFault = SandboxFaultRequest['fault'];

/** What the merchant answers, with status 200, once it has taken a callback in. */
export const acknowledgement = 'success';
