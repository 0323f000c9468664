/** @returns the names of what stands in data, those of what it works out when it is asked included */
export function namesIn(data: object): readonly string[] {
  const form: unknown = Object.getPrototypeOf(data);
  if (form === Object.prototype || form === null) return Object.keys(data);
  return [...workedOutBy(form as object)];
}

/** The names that objects of a form work out, by the form. */
const workedOut = new WeakMap<object, ReadonlySet<string>>();

function workedOutBy(form: object): ReadonlySet<string> {
  const known = workedOut.get(form);
  if (known !== undefined) return known;
  const above: unknown = Object.getPrototypeOf(form);
  const inherited = above === null || above === Object.prototype ? [] : workedOutBy(above as object);
  const own = Object.entries(Object.getOwnPropertyDescriptors(form)).flatMap(([name, { get }]) =>
    get === undefined ? [] : [name],
  );
  const names = new Set([...inherited, ...own]);
  workedOut.set(form, names);
  return names;
}
