/**
 * Answers the decisions of the grammar for which one or two tokens of lookahead do, where ANTLR would simulate the grammar:
 * that made the first parse of a process four times as long. Each answer is the first alternative that could fit, which is
 * the one ANTLR takes too wherever several do. If it was wrong the parse fails, and `parse.ts` parses again without answers.
 */
import { ApexParser } from '@apexdevtools/apex-parser';

/** The parts of ANTLR's parser that its typings in this package leave out. */
interface Prediction {
  readonly _interp: {
    readonly atn: { readonly decisionToState: readonly { readonly ruleIndex: number; readonly transitions: readonly unknown[] }[] };
    adaptivePredict(input: Tokens, decision: number, context: unknown): number;
  };
  precpred(context: unknown, precedence: number): boolean;
}

interface Tokens {
  LA(offset: number): number;
}

/** Number of the alternative, or null to let ANTLR decide. */
type Answer = (tokens: Tokens, parser: Prediction) => number | null;

const YES = 1;
const NO = 2;

const {
  ADD,
  ADD_ASSIGN,
  AND,
  AND_ASSIGN,
  ASSIGN,
  BITAND,
  BITOR,
  CARET,
  CLASS,
  COAL,
  COLON,
  COMMA,
  DIV,
  DIV_ASSIGN,
  DOT,
  EQUAL,
  Identifier,
  IntegerLiteral,
  LBRACK,
  LESSANDGREATER,
  LIST,
  LPAREN,
  LSHIFT_ASSIGN,
  LT,
  MAP,
  MUL,
  MUL_ASSIGN,
  NEW,
  NOTEQUAL,
  OR,
  OR_ASSIGN,
  QUESTION,
  QUESTIONDOT,
  RBRACE,
  RBRACK,
  RPAREN,
  RSHIFT_ASSIGN,
  SEMI,
  SET,
  StringLiteral,
  SUB,
  SUB_ASSIGN,
  TRIPLEEQUAL,
  TRIPLENOTEQUAL,
  URSHIFT_ASSIGN,
  XOR_ASSIGN,
} = ApexParser;

/** Of operators that are one token and one alternative, as the grammar ranks them (`<` and `>` begin several). */
const precedences: readonly (readonly [precedence: number, operators: readonly number[]])[] = [
  [23, [DOT, QUESTIONDOT]],
  [14, [MUL, DIV]],
  [13, [ADD, SUB]],
  [9, [EQUAL, TRIPLEEQUAL, NOTEQUAL, LESSANDGREATER, TRIPLENOTEQUAL]],
  [8, [BITAND]],
  [7, [CARET]],
  [6, [BITOR]],
  [5, [AND]],
  [4, [OR]],
  [3, [COAL]],
  [2, [QUESTION]],
  [1, [ASSIGN, ADD_ASSIGN, SUB_ASSIGN, MUL_ASSIGN, DIV_ASSIGN, AND_ASSIGN, OR_ASSIGN, XOR_ASSIGN]],
  [1, [LSHIFT_ASSIGN, RSHIFT_ASSIGN, URSHIFT_ASSIGN]],
];
const precedenceOf = new Map(precedences.flatMap(([precedence, operators]) => operators.map((token) => [token, precedence] as const)));
const endsExpression: ReadonlySet<number> = new Set([SEMI, RPAREN, COMMA, RBRACK, RBRACE, COLON]);

const typeArgumentsFollow: Answer = (tokens) => (tokens.LA(1) === LT ? YES : NO);

const typeNameKind: Answer = (tokens) => {
  const kind = [LIST, SET, MAP].indexOf(tokens.LA(1));
  return kind < 0 ? 4 : kind + 1;
};

/** primary, methodCall, new, cast, (…), postfix, prefix */
const expressionKind: Answer = (tokens) => {
  const token = tokens.LA(1);
  if (token === NEW) return 3;
  if (token !== Identifier) return null;
  return tokens.LA(2) === LPAREN ? 2 : 1;
};

const operatorFollows: Answer = (tokens, parser) => {
  const token = tokens.LA(1);
  if (endsExpression.has(token)) return NO;
  const precedence = precedenceOf.get(token);
  if (precedence === undefined) return null;
  return parser.precpred(null, precedence) ? YES : NO;
};

/** this, super, literal, Type.class, void.class, name, SOQL, SOSL */
const primaryKind: Answer = (tokens) => {
  const token = tokens.LA(1);
  if (token === StringLiteral || token === IntegerLiteral) return 3;
  if (token !== Identifier) return null;
  const next = tokens.LA(2);
  return next === DOT || next === LT || next === LBRACK ? null : 6;
};

/** By rule; the place of the decision in its rule, and how many alternatives it has. */
const answers: readonly (readonly [rule: number, place: number, alternatives: number, answer: Answer])[] = [
  [ApexParser.RULE_typeName, 0, 2, typeArgumentsFollow],
  [ApexParser.RULE_typeName, 1, 2, typeArgumentsFollow],
  [ApexParser.RULE_typeName, 2, 2, typeArgumentsFollow],
  [ApexParser.RULE_typeName, 3, 2, typeArgumentsFollow],
  [ApexParser.RULE_typeName, 4, 4, typeNameKind],
  [ApexParser.RULE_typeRef, 0, 2, (tokens) => (tokens.LA(1) === DOT && tokens.LA(2) !== CLASS ? YES : NO)],
  [ApexParser.RULE_arraySubscripts, 0, 2, (tokens) => (tokens.LA(1) === LBRACK && tokens.LA(2) === RBRACK ? YES : NO)],
  [ApexParser.RULE_expression, 0, 7, expressionKind],
  [ApexParser.RULE_expression, 3, 2, (tokens) => (tokens.LA(2) === LPAREN ? YES : NO)],
  [ApexParser.RULE_expression, 5, 2, operatorFollows],
  [ApexParser.RULE_primary, 0, 8, primaryKind],
];

let byDecision: ReadonlyMap<number, Answer> | null = null;

function answersFor({ _interp: { atn } }: Prediction): ReadonlyMap<number, Answer> {
  const found = new Map<number, Answer>();
  for (const [rule, place, alternatives, answer] of answers) {
    const decisions = atn.decisionToState.flatMap((state, decision) => (state.ruleIndex === rule ? [{ state, decision }] : []));
    const at = decisions[place];
    if (at?.state.transitions.length !== alternatives)
      throw new Error(`rule ${ApexParser.ruleNames[rule]} is not the one that was looked at: decision ${place}`);
    found.set(at.decision, answer);
  }
  return found;
}

/** From here on this parser asks for answers first. */
export function answerDecisions(apexParser: ApexParser): void {
  const parser = apexParser as unknown as Prediction;
  const known = (byDecision ??= answersFor(parser));
  const simulator = parser._interp;
  const simulate = simulator.adaptivePredict.bind(simulator);
  simulator.adaptivePredict = (tokens, decision, context) => known.get(decision)?.(tokens, parser) ?? simulate(tokens, decision, context);
}
