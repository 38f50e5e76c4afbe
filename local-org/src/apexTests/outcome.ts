/** What a test run answers. */
export interface TestOutcome {
  readonly class: string;
  readonly method: string;
  readonly outcome: 'Pass' | 'Fail' | 'CompileFail' | 'Skip';
  readonly message: string | null;
  readonly stack: string | null;
  readonly ms: number;
}

export interface TestRun {
  readonly outcomes: readonly TestOutcome[];
  readonly seconds: number;
  /** Class or trigger name → lines coverable and lines run. */
  readonly coverage: ReadonlyMap<
    string,
    { readonly path: string; readonly covered: readonly number[]; readonly uncovered: readonly number[] }
  >;
}
