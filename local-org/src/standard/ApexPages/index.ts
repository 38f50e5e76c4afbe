/** The class ApexPages and its namespace: messages, the current page, standard controllers. No page is ever rendered. */
import { apexError } from '../../runtime/exceptions.ts';
import { ApexList } from '../../runtime/values/collections.ts';
import { ApexException } from '../../runtime/exceptions.ts';
import { EnumValue, LibraryObject, type Value } from '../../runtime/values/kinds.ts';
import { membersOf, standardClass, standardEnum, type StandardDeclaration } from '../declare.ts';
import { enumConstant } from '../enumValues.ts';
import { pageState } from './state.ts';
import { controllerDeclarations } from './controllers.ts';
import { messageOf } from '../System/core/exceptions.ts';

const severity = standardEnum('ApexPages.Severity', ['CONFIRM', 'INFO', 'WARNING', 'ERROR', 'FATAL']);

class Message extends LibraryObject {
  readonly apexType = 'ApexPages.Message';
  readonly severity: EnumValue;
  readonly summary: string | null;
  readonly detail: string | null;
  constructor(level: Value, summary: string | null, detail: string | null) {
    super();
    if (!(level instanceof EnumValue)) throw apexError('NullPointerException', 'Argument cannot be null.');
    this.severity = level;
    this.summary = summary;
    this.detail = detail;
  }
  override toString(): string {
    return `ApexPages.Message["${this.summary}"]`;
  }
}

const message = membersOf<Message>();
const { m } = membersOf<null>();

function add(given: Value): void {
  if (!(given instanceof Message)) throw apexError('NullPointerException', 'Argument cannot be null.');
  pageState().messages.push(given);
}

/** Row errors of a DmlException become one message each. */
function addAll(error: Value): void {
  if (!(error instanceof ApexException)) throw apexError('NullPointerException', 'Argument cannot be null.');
  const rows = Array.isArray(error.detail) ? (error.detail as readonly { readonly message: string }[]) : [];
  const texts = rows.length > 0 ? rows.map((row) => row.message) : [messageOf(error)];
  for (const text of texts) add(new Message(enumConstant(severity, 'ERROR'), text, text));
}

export const declarations: readonly StandardDeclaration[] = [
  severity,
  standardClass(
    'ApexPages.Message',
    [
      message.c('(ApexPages.Severity severity, String summary)', (level, summary) => new Message(level, summary, null)),
      message.c(
        '(ApexPages.Severity severity, String summary, String detail)',
        (level, summary, detail) => new Message(level, summary, detail),
      ),
      message.m('ApexPages.Severity getSeverity()', (self) => self.severity),
      message.m('String getSummary()', (self) => self.summary),
      message.m('String getDetail()', (self) => self.detail),
      message.m('String getComponentLabel()', () => null),
    ],
    { notSupported: ['<init>(ApexPages.Severity, String, String, String)'] },
  ),
  standardClass('System.ApexPages', [
    m('static void addMessage(ApexPages.Message message)', add),
    m('static void addMessages(Exception error)', addAll),
    m('static List<ApexPages.Message> getMessages()', () => new ApexList('ApexPages.Message', [...pageState().messages])),
    m('static Boolean hasMessages()', () => pageState().messages.length > 0),
    m('static Boolean hasMessages(ApexPages.Severity severity)', (level) =>
      pageState().messages.some((one) => one instanceof Message && one.severity === level),
    ),
    m('static PageReference currentPage()', () => pageState().page),
  ]),
  ...controllerDeclarations,
];
