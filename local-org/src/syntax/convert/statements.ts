/** Statements. A declaration of several variables becomes one statement per variable. */
import type {
  AccessLevelContext,
  BlockContext,
  ExpressionContext,
  ForControlContext,
  LocalVariableDeclarationContext,
  StatementContext,
  TryStatementContext,
} from '@apexdevtools/apex-parser';
import type { BlockStatement, DmlOperation, Expr, Span, Statement } from '../tree.ts';
import { type Conversion, error, join, notSupported, optional, spanOf, spanOfRule } from './conversion.ts';
import { expression, expressions } from './expressions.ts';
import { declaredName } from './names.ts';
import { modifierMessages } from '../modifierRules.ts';
import { switchStatement } from './switch.ts';
import { modifiers, namedType, qualifiedName, typeRef } from './types.ts';

export const block = (conversion: Conversion, context: BlockContext): BlockStatement => ({
  kind: 'block',
  statements: context.statement_list().flatMap((each) => statements(conversion, each)),
  span: spanOfRule(context),
});

/** Where the grammar wants one statement: a body of `if` or a loop. */
function single(conversion: Conversion, context: StatementContext): Statement {
  const [first, ...rest] = statements(conversion, context);
  if (!first) throw new Error('statement that becomes none');
  return rest.length === 0 ? first : { kind: 'block', statements: [first, ...rest], span: spanOfRule(context) };
}

export function statements(conversion: Conversion, context: StatementContext): readonly Statement[] {
  const declaration = optional(context.localVariableDeclarationStatement());
  if (declaration) return locals(conversion, declaration.localVariableDeclaration());
  return [statement(conversion, context)];
}

function statement(conversion: Conversion, context: StatementContext): Statement {
  const simple = optional(context.expressionStatement());
  if (simple) return expressionStatement(conversion, simple.expression(), spanOfRule(simple));
  const inner = optional(context.block());
  if (inner) return block(conversion, inner);
  return branching(conversion, context) ?? looping(conversion, context) ?? leaving(conversion, context) ?? dml(conversion, context);
}

/** Begins where its expression does, which for a call is the name of the method. */
function expressionStatement(conversion: Conversion, context: ExpressionContext, whole: Span): Statement {
  const expr = expression(conversion, context);
  return { kind: 'expression', expr, span: join(expr.span, whole) };
}

function branching(conversion: Conversion, context: StatementContext): Statement | null {
  const span = spanOfRule(context);
  const condition = optional(context.ifStatement());
  if (condition) {
    const [then, otherwise] = condition.statement_list();
    if (!then) throw new Error('if without a statement');
    return {
      kind: 'if',
      test: expression(conversion, condition.parExpression().expression()),
      then: single(conversion, then),
      else: otherwise ? single(conversion, otherwise) : null,
      span,
    };
  }
  const selection = optional(context.switchStatement());
  if (selection) return switchStatement(conversion, selection);
  const attempt = optional(context.tryStatement());
  if (attempt) return tryStatement(conversion, attempt);
  const runAs = optional(context.runAsStatement());
  if (runAs) {
    return { kind: 'runAs', args: expressions(conversion, runAs.expressionList()), body: block(conversion, runAs.block()), span };
  }
  return null;
}

function looping(conversion: Conversion, context: StatementContext): Statement | null {
  const span = spanOfRule(context);
  const counting = optional(context.forStatement());
  if (counting) {
    const body = optional(counting.statement());
    return forStatement(conversion, counting.forControl(), body ? single(conversion, body) : null, span);
  }
  const loop = optional(context.whileStatement());
  if (loop) {
    const body = optional(loop.statement());
    return {
      kind: 'while',
      test: expression(conversion, loop.parExpression().expression()),
      body: body ? single(conversion, body) : { kind: 'block', statements: [], span },
      span,
    };
  }
  const until = optional(context.doWhileStatement());
  if (until) {
    return {
      kind: 'doWhile',
      body: block(conversion, until.block()),
      test: expression(conversion, until.parExpression().expression()),
      span,
    };
  }
  return null;
}

function leaving(conversion: Conversion, context: StatementContext): Statement | null {
  const span = spanOfRule(context);
  const result = optional(context.returnStatement());
  if (result) {
    const value = optional(result.expression());
    return { kind: 'return', value: value ? expression(conversion, value) : null, span };
  }
  const thrown = optional(context.throwStatement());
  if (thrown) return { kind: 'throw', value: expression(conversion, thrown.expression()), span };
  if (optional(context.breakStatement())) return { kind: 'break', span };
  if (optional(context.continueStatement())) return { kind: 'continue', span };
  return null;
}

function forStatement(conversion: Conversion, control: ForControlContext, body: Statement | null, span: Span): Statement {
  const each = optional(control.enhancedForControl());
  if (each) {
    return {
      kind: 'forEach',
      type: typeRef(conversion, each.typeRef()),
      name: declaredName(conversion, each.id(), 'variable'),
      iterable: expression(conversion, each.expression()),
      body,
      span,
    };
  }
  const init = optional(control.forInit());
  const declared = init ? optional(init.localVariableDeclaration()) : null;
  const test = optional(control.expression());
  const update = optional(control.forUpdate())?.expressionList() ?? null;
  const second = update?.COMMA_list()[0];
  if (second) error(conversion, spanOf(second.symbol), "Expecting ')' but was: ','");
  const plain = (list: readonly ExpressionContext[]): readonly Statement[] =>
    list.map((one) => expressionStatement(conversion, one, spanOfRule(one)));
  return {
    kind: 'for',
    init: declared ? locals(conversion, declared) : plain(init?.expressionList().expression_list() ?? []),
    test: test ? expression(conversion, test) : null,
    update: expressions(conversion, update),
    body,
    span,
  };
}

/** Legal on a variable, and without effect. */
const localAnnotations: ReadonlySet<string> = new Set(['suppresswarnings', 'testvisible']);

/** The span begins at the name: there the platform reports a duplicate variable or an illegal assignment. */
function locals(conversion: Conversion, context: LocalVariableDeclarationContext): readonly Statement[] {
  const written = modifiers(conversion, context.modifier_list());
  const type = typeRef(conversion, context.typeRef());
  return context
    .variableDeclarators()
    .variableDeclarator_list()
    .map((declarator) => {
      const init = optional(declarator.expression());
      for (const message of modifierMessages(written, 'locals')) error(conversion, spanOfRule(declarator), message);
      const annotation = written.annotations.find((each) => !localAnnotations.has(each.name.toLowerCase()));
      if (annotation) error(conversion, spanOfRule(declarator), `${annotation.name} is not allowed on locals`);
      return {
        kind: 'local',
        type,
        name: declaredName(conversion, declarator.id(), 'variable'),
        init: init ? expression(conversion, init) : null,
        final: written.words.includes('final'),
        span: spanOfRule(declarator),
      };
    });
}

function tryStatement(conversion: Conversion, context: TryStatementContext): Statement {
  const last = optional(context.finallyBlock());
  return {
    kind: 'try',
    body: block(conversion, context.block()),
    catches: context.catchClause_list().map((clause) => ({
      type: namedType(conversion, clause.qualifiedName()),
      name: declaredName(conversion, clause.id(), 'variable'),
      body: block(conversion, clause.block()),
      span: spanOfRule(clause),
    })),
    finally: last ? block(conversion, last.block()) : null,
    span: spanOfRule(context),
  };
}

function dml(conversion: Conversion, context: StatementContext): Statement {
  const upsert = optional(context.upsertStatement());
  const merge = optional(context.mergeStatement());
  if (merge) {
    const [master, duplicates] = merge.expression_list();
    if (!master || !duplicates) throw new Error('merge without its two operands');
    return operation(conversion, 'merge', master, merge.accessLevel(), context, expression(conversion, duplicates));
  }
  if (upsert) {
    const key = optional(upsert.qualifiedName());
    const name = key ? qualifiedName(conversion, key) : null;
    return operation(conversion, 'upsert', upsert.expression(), upsert.accessLevel(), context, null, name);
  }
  const inserted = optional(context.insertStatement());
  if (inserted) return operation(conversion, 'insert', inserted.expression(), inserted.accessLevel(), context);
  const updated = optional(context.updateStatement());
  if (updated) return operation(conversion, 'update', updated.expression(), updated.accessLevel(), context);
  const deleted = optional(context.deleteStatement());
  if (deleted) return operation(conversion, 'delete', deleted.expression(), deleted.accessLevel(), context);
  const undeleted = optional(context.undeleteStatement());
  if (undeleted) return operation(conversion, 'undelete', undeleted.expression(), undeleted.accessLevel(), context);
  notSupported(conversion, spanOfRule(context), `statement ${context.start.text}`);
  return { kind: 'block', statements: [], span: spanOfRule(context) };
}

function operation(
  conversion: Conversion,
  name: DmlOperation,
  target: ExpressionContext,
  level: AccessLevelContext | null,
  context: StatementContext,
  second: Expr | null = null,
  externalId: string | null = null,
): Statement {
  const written = optional(level);
  return {
    kind: 'dml',
    operation: name,
    target: expression(conversion, target),
    second,
    externalId,
    access: written ? (optional(written.USER()) ? 'user' : 'system') : null,
    span: spanOfRule(context),
  };
}
