/** `force/navigation`: base components import it; nothing on this page navigates. */
const Navigate = Symbol('Navigate');
const GenerateUrl = Symbol('GenerateUrl');

export const NavigationMixin = (Base) =>
  class extends Base {
    [Navigate]() {
      throw new Error('Navigation is not supported on this page.');
    }
    [GenerateUrl]() {
      throw new Error('Navigation is not supported on this page.');
    }
  };
NavigationMixin.Navigate = Navigate;
NavigationMixin.GenerateUrl = GenerateUrl;

export class CurrentPageReference {
  connect() {}
  update() {}
  disconnect() {}
}
