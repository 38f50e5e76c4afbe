/** What a console is built from. */
export interface ConsoleOptions {
  /** Folder of Lightning web component bundles, compiled to JavaScript: the namespace `c`. */
  readonly bundles: string;
  /** CustomLabels metadata by path. */
  readonly labels: string;
  /** The component shown as the application page: `portalUsersConsole`. */
  readonly page: string;
  /** Name of the application and its tab, in the frame. */
  readonly title: string;
  /** Where node_modules is. */
  readonly root: string;
  /** What is built goes here. */
  readonly out: string;
}
