/** Tree → JavaScript regular expressions. Groups get names (`g1`), because atomic groups need captures of their own. */
import { NotSupported } from '../../../../runtime/exceptions.ts';
import { parseRegex } from './parse.ts';
import { isNullable, type RegexNode } from './tree.ts';

export interface CompiledRegex {
  readonly pattern: string;
  readonly groups: number;
  readonly names: ReadonlyMap<string, number>;
  /** Groups whose capture JavaScript forgets where Java keeps it: no answer when they are empty-handed. */
  readonly unsure: ReadonlySet<number>;
  /** Groups that Java may capture once more, empty, where JavaScript stops repeating: no answer at all. */
  readonly loose: ReadonlySet<number>;
  /** From lastIndex on. */
  readonly find: RegExp;
  /** At lastIndex exactly. */
  readonly lookingAt: RegExp;
  /** From lastIndex exactly to the end. */
  readonly matches: RegExp;
}

const cache = new Map<string, CompiledRegex>();

export function compileRegex(pattern: string): CompiledRegex {
  let compiled = cache.get(pattern);
  if (!compiled) {
    if (cache.size > 500) cache.clear();
    cache.set(pattern, (compiled = compile(pattern)));
  }
  return compiled;
}

function compile(pattern: string): CompiledRegex {
  const { root, groups, names } = parseRegex(pattern);
  const conditional = new Set<number>();
  const unsure = new Set<number>();
  const loose = new Set<number>();
  classifyGroups(root, { conditional: false, repeats: [], isLoose: false }, { conditional, unsure, loose });
  const emitter = new Emitter(conditional);
  const source = emitter.emit(root);
  return {
    pattern,
    groups,
    names,
    unsure,
    loose,
    find: expression(emitter, source, 'dgv'),
    lookingAt: expression(emitter, source, 'dvy'),
    matches: expression(emitter, `(?:${source})$`, 'dvy'),
  };
}

const asciiOnly = new WeakSet<RegExp>();

/** Must its texts be ASCII, for JavaScript to find what Java finds? */
export const needsAscii = (compiled: RegExp): boolean => asciiOnly.has(compiled);

function expression(emitter: Emitter, source: string, flags: string): RegExp {
  const made = new RegExp(source, flags);
  if (emitter.foldsReference) asciiOnly.add(made);
  return made;
}

interface Path {
  /** May the group be passed by? */
  readonly conditional: boolean;
  /** Of each repetition around: may a later round pass by the group? */
  readonly repeats: readonly boolean[];
  /** Inside of a repetition of what may be empty? */
  readonly isLoose: boolean;
}

interface Groups {
  readonly conditional: Set<number>;
  readonly unsure: Set<number>;
  readonly loose: Set<number>;
}

function classifyGroups(node: RegexNode, path: Path, groups: Groups): void {
  const visit = (child: RegexNode, childPath: Path): void => classifyGroups(child, childPath, groups);
  const optional: Path = { ...path, conditional: true, repeats: path.repeats.map(() => true) };
  switch (node.kind) {
    case 'capture':
      if (path.conditional) groups.conditional.add(node.index);
      if (path.repeats.includes(true)) groups.unsure.add(node.index);
      if (path.isLoose) groups.loose.add(node.index);
      return visit(node.body, path);
    case 'atomic':
      return visit(node.body, path);
    case 'look':
      return visit(node.body, node.open === '(?!' || node.open === '(?<!' ? optional : path);
    case 'sequence':
      return node.items.forEach((item) => visit(item, path));
    case 'choice':
      return node.branches.forEach((branch) => visit(branch, node.branches.length > 1 ? optional : path));
    case 'repeat': {
      const around = node.min === 0 ? optional : path;
      const canBeEmpty = isNullable(node.body);
      // Java forgets no capture of a possessive group when it goes on elsewhere.
      const mayLinger = canBeEmpty || node.mode === 'possessive';
      const repeats = node.max === 1 && !mayLinger ? around.repeats : [...around.repeats, mayLinger];
      return visit(node.body, { ...around, repeats, isLoose: path.isLoose || (canBeEmpty && node.max !== 1) });
    }
    case 'one':
    case 'assertion':
    case 'lineBreak':
    case 'reference':
      return;
    default:
      node satisfies never;
  }
}

class Emitter {
  readonly #conditional: ReadonlySet<number>;
  /** JavaScript folds the case of all letters, Java of the ASCII ones: the same only where there are no others. */
  foldsReference = false;
  #atomics = 0;
  #behind = 0;

  constructor(conditional: ReadonlySet<number>) {
    this.#conditional = conditional;
  }

  emit(node: RegexNode): string {
    switch (node.kind) {
      case 'one':
      case 'assertion':
        return node.source;
      case 'lineBreak':
        return '(?:\\r\\n|[\\n-\\r\\u{85}\\u{2028}\\u{2029}])';
      case 'capture':
        return `(?<g${node.index}>${this.emit(node.body)})`;
      case 'atomic':
        return this.#atomic(this.emit(node.body));
      case 'look': {
        const isBehind = node.open.includes('<');
        if (isBehind) this.#behind++;
        const body = this.emit(node.body);
        if (isBehind) this.#behind--;
        return `${node.open}${body})`;
      }
      case 'reference':
        if (this.#conditional.has(node.index))
          throw new NotSupported(`reference \\${node.index} to an optional group in a regular expression`);
        if (!node.ignoreCase) return `\\k<g${node.index}>`;
        this.foldsReference = true;
        return `(?i:\\k<g${node.index}>)`;
      case 'sequence':
        return node.items.map((item) => this.emit(item)).join('');
      case 'choice':
        return `(?:${node.branches.map((branch) => this.emit(branch)).join('|')})`;
      case 'repeat':
        return this.#repeat(node);
      default:
        return node satisfies never;
    }
  }

  #repeat(node: RegexNode & { kind: 'repeat' }): string {
    const body = node.body.kind === 'one' || node.body.kind === 'capture' ? this.emit(node.body) : `(?:${this.emit(node.body)})`;
    const repeated = `${body}{${node.min},${node.max ?? ''}}`;
    if (node.mode === 'possessive') return this.#atomic(repeated);
    return node.mode === 'lazy' ? `${repeated}?` : repeated;
  }

  /** A lookahead does not backtrack into what it has matched. */
  #atomic(body: string): string {
    if (this.#behind > 0) throw new NotSupported('atomic group inside of a lookbehind in a regular expression');
    const name = `a${++this.#atomics}`;
    return `(?:(?=(?<${name}>${body}))\\k<${name}>)`;
  }
}
