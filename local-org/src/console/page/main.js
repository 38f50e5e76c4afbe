/** Starts the page. Synthetic shadow, as in Lightning Experience, so that the design system's styles reach into components. */
import '@lwc/synthetic-shadow';
import '@fontsource/roboto/latin-400.css';
import '@fontsource/roboto/latin-700.css';
import { createElement } from 'lwc';
import Host from 'local/host';

document.body.append(createElement('local-host', { is: Host }));
