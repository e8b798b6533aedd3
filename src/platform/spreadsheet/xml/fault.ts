/** Thrown to refuse a document that is not as it has to be; every other error is a fault of ours. */
export class XmlFault extends Error {
  override readonly name = "XmlFault"
}
