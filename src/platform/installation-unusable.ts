/** What an installation consists of cannot be used as it is, and only its owner can mend it. */
export class InstallationUnusable extends Error {
  override readonly name = "InstallationUnusable"
  readonly told: { readonly id: string; readonly en: string }

  constructor(told: { readonly id: string; readonly en: string }) {
    super(`${told.id}\n${told.en}`)
    this.told = told
  }
}
