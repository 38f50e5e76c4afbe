/** `System.Pattern` and `System.Matcher` */
import { apexError, NotSupported } from '../../../../runtime/exceptions.ts';
import { ApexList } from '../../../../runtime/values/collections.ts';
import { LibraryObject, type Value } from '../../../../runtime/values/kinds.ts';
import { membersOf, standardClass } from '../../../declare.ts';
import { required } from '../arguments.ts';
import { compileRegex, type CompiledRegex } from './compile.ts';
import { execFrom, groupOf, replaceMatches, splitText } from './use.ts';

class ApexPattern extends LibraryObject {
  readonly apexType = 'Pattern';
  readonly regex: CompiledRegex;
  constructor(regex: CompiledRegex) {
    super();
    this.regex = regex;
  }
  override toString(): string {
    return this.regex.pattern;
  }
}

class ApexMatcher extends LibraryObject {
  readonly apexType = 'Matcher';
  regex: CompiledRegex;
  text: string;
  /** The region: matching sees nothing outside of it. */
  from = 0;
  to: number;
  #match: RegExpExecArray | null = null;
  /** Where the next find begins, in the region. */
  #next = 0;

  constructor(regex: CompiledRegex, text: string) {
    super();
    this.regex = regex;
    this.text = text;
    this.to = text.length;
  }

  get #region(): string {
    return this.from === 0 && this.to === this.text.length ? this.text : this.text.slice(this.from, this.to);
  }

  try(how: 'lookingAt' | 'matches'): boolean {
    return this.#took(execFrom(this.regex[how], this.#region, 0));
  }

  find(): boolean {
    return this.#took(execFrom(this.regex.find, this.#region, this.#next));
  }

  #took(match: RegExpExecArray | null): boolean {
    this.#match = match;
    if (match) this.#next = match.index + match[0].length + (match[0] === '' ? 1 : 0);
    return match !== null;
  }

  reset(): this {
    return this.region(0, this.text.length);
  }

  region(from: number, to: number): this {
    if (from < 0 || to > this.text.length || from > to) throw apexError('StringException', 'Index out of bounds');
    this.from = from;
    this.to = to;
    this.forget();
    this.#next = 0;
    return this;
  }

  forget(): void {
    this.#match = null;
  }

  startAt(position: number): void {
    this.#next = position;
  }

  get match(): RegExpExecArray {
    if (!this.#match) throw apexError('StringException', 'No match found');
    return this.#match;
  }

  /** Start and end of a group in the whole text; null where it took no part. */
  bounds(index: number): readonly [number, number] | null {
    const { match } = this;
    if (groupOf(this.regex, match, index) === null) return null;
    const found = index === 0 ? match.indices?.[0] : match.indices?.groups?.[`g${index}`];
    return found ? [found[0] + this.from, found[1] + this.from] : null;
  }
}

const pattern = membersOf<ApexPattern>();

export const patternDeclaration = standardClass('System.Pattern', [
  pattern.m('Matcher matcher(String text)', (self, text) => new ApexMatcher(self.regex, required(text))),
  pattern.m('String pattern()', (self) => self.regex.pattern),
  pattern.m('List<String> split(String text)', (self, text) => new ApexList('String', splitText(self.regex, required(text), 0))),
  pattern.m(
    'List<String> split(String text, Integer limit)',
    (self, text, limit) => new ApexList('String', splitText(self.regex, required(text), required(limit))),
  ),
  pattern.m('static Pattern compile(String regex)', (regex) => new ApexPattern(compileRegex(required(regex)))),
  pattern.m(
    'static Boolean matches(String regex, String text)',
    (regex, text) => execFrom(compileRegex(required(regex)).matches, required(text), 0) !== null,
  ),
  pattern.m('static String quote(String text)', (text) => `\\Q${required(text).replaceAll('\\E', '\\E\\\\E\\Q')}\\E`),
]);

const { m } = membersOf<ApexMatcher>();

function bound(self: ApexMatcher, index: number, side: 0 | 1): number {
  return self.bounds(index)?.[side] ?? -1;
}

/** The defaults are all there is: anchors hold at the region's ends, lookarounds see nothing beyond. */
function onlyDefault(self: ApexMatcher, given: boolean | null, standard: boolean, what: string): Value {
  if (required(given) !== standard) throw new NotSupported(`Matcher.${what}(${given})`);
  return self;
}

export const matcherDeclaration = standardClass(
  'System.Matcher',
  [
    m('Integer end()', (self) => bound(self, 0, 1)),
    m('Integer end(Integer group)', (self, group) => bound(self, required(group), 1)),
    m('Boolean find()', (self) => self.find()),
    m('Boolean find(Integer start)', (self, start) => {
      const from = required(start);
      if (from < 0 || from > self.text.length) throw apexError('StringException', 'Illegal start index');
      self.reset().startAt(from);
      return self.find();
    }),
    m('String group()', (self) => groupOf(self.regex, self.match, 0)),
    m('String group(Integer group)', (self, group) => groupOf(self.regex, self.match, required(group))),
    m('Integer groupCount()', (self) => self.regex.groups),
    m('Boolean hasAnchoringBounds()', () => true),
    m('Boolean hasTransparentBounds()', () => false),
    m('Boolean lookingAt()', (self) => self.try('lookingAt')),
    m('Boolean matches()', (self) => self.try('matches')),
    m('Pattern pattern()', (self) => new ApexPattern(self.regex)),
    m('Matcher region(Integer start, Integer end)', (self, start, end) => self.region(required(start), required(end))),
    m('Integer regionEnd()', (self) => self.to),
    m('Integer regionStart()', (self) => self.from),
    m('String replaceAll(String replacement)', (self, replacement) =>
      replaceMatches(self.regex, self.reset().text, required(replacement), false),
    ),
    m('String replaceFirst(String replacement)', (self, replacement) =>
      replaceMatches(self.regex, self.reset().text, required(replacement), true),
    ),
    m('Matcher reset()', (self) => self.reset()),
    m('Matcher reset(String text)', (self, text) => {
      self.text = required(text);
      return self.reset();
    }),
    m('Integer start()', (self) => bound(self, 0, 0)),
    m('Integer start(Integer group)', (self, group) => bound(self, required(group), 0)),
    m('Matcher useAnchoringBounds(Boolean anchoring)', (self, given) => onlyDefault(self, given, true, 'useAnchoringBounds')),
    m('Matcher usePattern(Pattern pattern)', (self, other) => {
      self.regex = (required(other) as ApexPattern).regex;
      self.forget();
      return self;
    }),
    m('Matcher useTransparentBounds(Boolean transparent)', (self, given) => onlyDefault(self, given, false, 'useTransparentBounds')),
    m('static String quoteReplacement(String text)', (text) => required(text).replace(/[\\$]/g, '\\$&')),
  ],
  { notSupported: ['hitEnd()', 'requireEnd()'] },
);
