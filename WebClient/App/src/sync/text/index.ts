// Everything that needs the library for changes of texts: loaded when somebody begins to write, or left something unsent.

export { TextArea } from './area';
export { Desk } from './desk';
