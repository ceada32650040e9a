// The small XML files inside of books and word-processed texts. The parser knows no document types: an entity that names a file or itself
// stays the letters it is written with.

import { DOMParser } from 'linkedom'
import { decodeXml } from './decode'
import { withoutDoctype } from './doctype'

export type Xml = ReturnType<DOMParser['parseFromString']>
export type XmlElement = {
  getAttribute(name: string): string | null
  querySelectorAll(selector: string): Iterable<XmlElement>
  readonly tagName: string
  readonly textContent: string | null
}

/** A document of XML. Broken XML is read as far as it goes. */
export function parseXml(bytes: Uint8Array): Xml {
  return new DOMParser().parseFromString(withoutDoctype(decodeXml(bytes)), 'text/xml')
}

/** The elements of a name, in order, whatever prefix a file gives them unless the name has one itself. */
export function elementsOf(xml: Pick<XmlElement, 'querySelectorAll'>, name: string): XmlElement[] {
  if (name.includes(':')) return [...xml.querySelectorAll(name.replace(':', '\\:'))]
  return [...xml.querySelectorAll('*')].filter(({ tagName }) => localName(tagName) === name)
}

/** What the elements of a name say, without those that say nothing. */
export function wordsOf(xml: Pick<XmlElement, 'querySelectorAll'>, name: string): string[] {
  return elementsOf(xml, name)
    .map(({ textContent }) => (textContent ?? '').replace(/\s+/g, ' ').trim())
    .filter((words) => words !== '')
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
