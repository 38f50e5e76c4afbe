/** Modules that the platform gives to Lightning web components, as far as this project imports them. */
declare module '@salesforce/label/*' {
  const text: string;
  export default text;
}

declare module 'lightning/platformShowToastEvent' {
  export class ShowToastEvent extends CustomEvent<unknown> {
    constructor(toast: { title: string; message?: string; variant?: 'info' | 'success' | 'warning' | 'error'; mode?: string });
  }
}

declare module 'lightning/confirm' {
  export default class LightningConfirm {
    static open(options: { message: string; label: string; theme?: string; variant?: string }): Promise<boolean>;
  }
}
