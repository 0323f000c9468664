/** The name of the file beside the inventory that holds what the last import gave. */
export const stateFileName = 'register.import.json';

/** The same of an import of NetBox: it may go into a folder that registers are imported into as well. */
export const netboxStateFileName = 'netbox.import.json';
