/** `lightning/platformShowToastEvent`: the frame listens for it. */
export class ShowToastEvent extends CustomEvent {
  constructor({ title, message, variant, mode, messageData }) {
    super('lightning__showtoast', {
      composed: true,
      cancelable: true,
      bubbles: true,
      detail: { title, message, variant, mode, messageData },
    });
  }
}
