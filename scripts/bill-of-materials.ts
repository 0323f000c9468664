import type { BundledPackage } from './bundled-packages.ts';

/** What is read of `package.json`. */
export interface Manifest {
  readonly name: string;
  readonly version: string;
  readonly license: string;
}

/** What is read of `package-lock.json`. */
export interface Lockfile {
  readonly packages: Readonly<
    Record<string, { readonly integrity?: string; readonly dependencies?: Readonly<Record<string, string>> }>
  >;
}

/**
 * The software bill of materials in CycloneDX: what is really in the program, where a list made of `package-lock.json` alone
 * would name all that it is built and tested with. It has no time and no serial number, so that the same program has the
 * same bill.
 */
export function billOfMaterials(
  { name, version, license }: Manifest,
  packages: readonly BundledPackage[],
  lockfile: Lockfile,
): unknown {
  const program = reference(name, version);
  const references = packages.map((one) => reference(one.name, one.version));
  // npm may install one version of a package in several folders.
  const distinct = packages.filter((_, index) => references.indexOf(references[index] ?? '') === index);
  return {
    $schema: 'http://cyclonedx.org/schema/bom-1.6.schema.json',
    bomFormat: 'CycloneDX',
    specVersion: '1.6',
    version: 1,
    metadata: {
      lifecycles: [{ phase: 'build' }],
      component: {
        type: 'application',
        'bom-ref': program,
        name,
        version,
        licenses: [{ license: { id: license } }],
        purl: program,
      },
    },
    components: distinct.map((one) => component(one, lockfile)),
    dependencies: [
      { ref: program, dependsOn: [...new Set(references)] },
      ...distinct.map((one) => ({
        ref: reference(one.name, one.version),
        dependsOn: bundledDependencies(one, packages, lockfile),
      })),
    ],
  };
}

function component({ name, version, licence, folder }: BundledPackage, { packages }: Lockfile): unknown {
  const [, group, ownName = name] = /^(@[^/]+)\/(.+)$/.exec(name) ?? [];
  const [, digest] = /^sha512-(.+)$/.exec(packages[folder]?.integrity ?? '') ?? [];
  if (digest === undefined) throw new Error(`package-lock.json has no SHA-512 of ${folder}`);
  return {
    type: 'library',
    'bom-ref': reference(name, version),
    ...(group !== undefined && { group }),
    name: ownName,
    version,
    hashes: [{ alg: 'SHA-512', content: Buffer.from(digest, 'base64').toString('hex') }],
    licenses: [{ license: { id: licence } }],
    purl: reference(name, version),
  };
}

/** The bundled packages that a package asks for, as Node finds them: the nearest of that name. */
function bundledDependencies(
  { folder }: BundledPackage,
  bundled: readonly BundledPackage[],
  { packages }: Lockfile,
): string[] {
  return Object.keys(packages[folder]?.dependencies ?? {})
    .flatMap((name) => {
      for (let at = folder; ; at = at.replace(/\/?node_modules\/(?:@[^/]+\/)?[^/]+$/, '')) {
        const found = bundled.find(
          (one) => one.folder === `${at === '' ? '' : `${at}/`}node_modules/${name}`,
        );
        if (found !== undefined || at === '') return found ?? [];
      }
    })
    .map((found) => reference(found.name, found.version));
}

/** The package URL, whose percent sign comes first: the scope begins with one. */
function reference(name: string, version: string): string {
  return `pkg:npm/${name.replace('@', '%40')}@${version}`;
}
