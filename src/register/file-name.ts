/** The name of the file beside the inventory that holds what the last import gave. */
export const stateFileName = 'register.import.json';
