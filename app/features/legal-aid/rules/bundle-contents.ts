/** What the sealed records of a bundle hold, by kind; JSON under the bundle's key. */
export type BundleTitle = { title: string };
export type BundleFact = { text: string };
export type BundleContent = { title: BundleTitle; fact: BundleFact };
