/** `System.SelectOption`: a choice of a Visualforce list. */
import { LibraryObject } from '../../../../runtime/values/kinds.ts';
import { membersOf, standardClass } from '../../../declare.ts';
import { required } from '../arguments.ts';

class ApexSelectOption extends LibraryObject {
  readonly apexType = 'SelectOption';
  value: string | null;
  label: string | null;
  disabled: boolean;
  escapeItem = true;
  constructor(value: string | null, label: string | null, disabled: boolean) {
    super();
    this.value = value;
    this.label = label;
    this.disabled = disabled;
  }
}

const { m, c } = membersOf<ApexSelectOption>();

export const selectOptionDeclaration = standardClass('System.SelectOption', [
  c('(String value, String label)', (value, label) => new ApexSelectOption(value, label, false)),
  c('(String value, String label, Boolean isDisabled)', (value, label, disabled) => new ApexSelectOption(value, label, required(disabled))),
  m('Boolean getDisabled()', (self) => self.disabled),
  m('Boolean getEscapeItem()', (self) => self.escapeItem),
  m('String getLabel()', (self) => self.label),
  m('String getValue()', (self) => self.value),
  m('void setDisabled(Boolean disabled)', (self, disabled) => {
    self.disabled = required(disabled);
  }),
  m('void setEscapeItem(Boolean escape)', (self, escape) => {
    self.escapeItem = required(escape);
  }),
  m('void setLabel(String label)', (self, label) => {
    self.label = label;
  }),
  m('void setValue(String value)', (self, value) => {
    self.value = value;
  }),
]);
