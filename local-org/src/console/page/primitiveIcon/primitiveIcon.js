/** `lightning/primitiveIcon` over the design system's sprites. */
import { LightningElement, api } from 'lwc';

const SIZES = ['xx-small', 'x-small', 'small', 'large'];

export default class PrimitiveIcon extends LightningElement {
  static validationOptOut = ['class'];
  @api src;
  @api svgClass;
  @api size = 'medium';
  @api variant = '';
  @api iconName;

  get href() {
    if (this.src) return this.src;
    const [sprite, name] = (this.iconName ?? '').split(':');
    return name ? `/lightning/assets/${sprite}.svg#${name}` : '';
  }

  get computedClass() {
    const classes = [this.svgClass ?? ''];
    if (this.variant !== 'bare') classes.push('slds-icon');
    if (['error', 'warning', 'success'].includes(this.variant)) classes.push(`slds-icon-text-${this.variant}`);
    else if (!['bare', 'inverse'].includes(this.variant) && !this.src) classes.push('slds-icon-text-default');
    if (SIZES.includes(this.size)) classes.push(`slds-icon_${this.size}`);
    return classes.join(' ');
  }
}
