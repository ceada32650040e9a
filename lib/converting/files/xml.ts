// The small XML files inside of books and word-processed texts. The parser knows no document types: an entity that names a file or itself
// stays the letters it is written with.

import { DOMParser } from 'linkedom'

export type Xml = ReturnType<DOMParser['parseFromString']>
export type XmlElement = {
  getAttribute(name: string): string | null
  readonly textContent: string | null
}

/** A document of XML. Broken XML is read as far as it goes. */
export function parseXml(bytes: Uint8Array): Xml {
  return new DOMParser().parseFromString(new TextDecoder().decode(bytes), 'text/xml')
}

/** The elements of a qualified name, in order. */
export function elementsOf(xml: Xml, name: string): XmlElement[] {
  return [...xml.getElementsByTagName(name)]
}

/** What the elements of a name say, without those that say nothing. */
export function wordsOf(xml: Xml, name: string): string[] {
  return elementsOf(xml, name)
    .map(({ textContent }) => (textContent ?? '').replace(/\s+/g, ' ').trim())
    .filter((words) => words !== '')
}
