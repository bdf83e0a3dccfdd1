/**
 * Instants travel as RFC 3339 text in UTC (`2026-03-01T09:30:00.000Z`), from Postgres to the client without becoming a
 * Date on the way. Compare them with the functions below, never as text: fractions of a second may have any length.
 */
export type Instant = string;

export const toInstant = (epochMilliseconds: number): Instant => new Date(epochMilliseconds).toISOString();

/** Whether the text is an instant as this program writes them. */
export const isInstant = (text: string): boolean => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(text) && !Number.isNaN(Date.parse(text));

export const epochOf = (instant: Instant): number => Date.parse(instant);

export const isDue = (due: Instant, now: Instant): boolean => epochOf(due) <= epochOf(now);

/** The instant `seconds` after `from`. */
export const secondsAfter = (from: Instant, seconds: number): Instant => toInstant(epochOf(from) + seconds * 1000);

/** Where the present comes from; tests and jobs may pass another. */
export type Clock = () => Instant;

export const systemClock: Clock = () => toInstant(Date.now());
