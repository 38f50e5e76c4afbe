/** The text being written: code stands on the line of its Apex source, so that V8's stack frames carry Apex lines. */

export class Lines {
  readonly #parts: string[] = [];
  #line = 1;

  text(code: string): void {
    this.#parts.push(code);
  }

  /** Goes down to that line; never up: what comes late stays where the cursor is. */
  moveTo(line: number): void {
    if (line <= this.#line) return;
    this.#parts.push('\n'.repeat(line - this.#line));
    this.#line = line;
  }

  /** A place to be filled once what follows is known. */
  reserve(): (code: string) => void {
    const index = this.#parts.push('') - 1;
    return (code) => {
      this.#parts[index] = code;
    };
  }

  toString(): string {
    return this.#parts.join('');
  }
}
