/** Date, Datetime, Time: immutable numbers with a type. Time zones are the library's business. */

/** Days since 1970-01-01. */
export class ApexDate {
  readonly days: number;
  constructor(days: number) {
    this.days = days;
  }
}

/** Milliseconds since 1970-01-01T00:00:00Z. */
export class ApexDatetime {
  readonly ms: number;
  constructor(ms: number) {
    this.ms = ms;
  }
}

/** Milliseconds since midnight. */
export class ApexTime {
  readonly ms: number;
  constructor(ms: number) {
    this.ms = ms;
  }
}
