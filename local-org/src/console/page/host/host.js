/** The frame that Lightning Experience puts around an application page. Light DOM: it is the page's own. */
import { LightningElement } from 'lwc';
import Toast from 'lightning/toast';
import page, { title } from 'local/page';

export default class Host extends LightningElement {
  static renderMode = 'light';
  page = page;
  title = title;
  userName = '';

  async connectedCallback() {
    this.addEventListener('lightning__showtoast', (event) => this.showToast(event));
    const response = await fetch('/lightning/user');
    if (response.ok) this.userName = (await response.json()).name;
  }

  showToast(event) {
    const { title: label, message, variant, mode } = event.detail;
    // Toast.show fires an event of the same name, which is for the container it makes; the container knows nothing of ours.
    if (event.detail.label !== undefined) return;
    event.stopPropagation();
    Toast.show({ label, message, variant: variant ?? 'info', mode: mode === 'sticky' ? 'sticky' : 'dismissible' }, this);
  }
}
