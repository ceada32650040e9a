// What readings and posts have in common in TipTap: the basic nodes and marks, and links that lead nowhere unsafe.

import { type AnyExtension, getExtensionField, Mark } from '@tiptap/core'
import { Link } from '@tiptap/extension-link'
import { StarterKit, type StarterKitOptions } from '@tiptap/starter-kit'
import { OneUndoAway, withCarefulRules } from './input-rules'
import { safeHref } from './safe-href'

export const LINK_REL = 'noopener noreferrer nofollow ugc'

/** StarterKit without underline (it looks like a link), with links by safeHref. `options` switches further parts off. */
export function textExtensions(options: Partial<StarterKitOptions>): AnyExtension[] {
  const kit = StarterKit.configure({
    underline: false,
    trailingNode: false,
    ...options,
    link: false,
  })
  // The kit's parts one by one: inside the kit no part can be exchanged.
  const parts = getExtensionField<() => AnyExtension[]>(kit, 'addExtensions', {
    name: kit.name,
    options: kit.options,
    storage: kit.storage,
  })
  return [...parts().map(withCodeBesideOthers).map(withCarefulRules), SafeLink, OneUndoAway]
}

const SafeLink = Link.configure({
  openOnClick: false,
  defaultProtocol: 'https',
  isAllowedUri: (url) => safeHref(url) !== null,
  HTMLAttributes: { target: null, rel: LINK_REL },
})

// TipTap's code mark shuts out all others, so that a linked or bold name of a function would lose one or the other.
function withCodeBesideOthers(extension: AnyExtension): AnyExtension {
  return extension instanceof Mark && extension.name === 'code'
    ? extension.extend({ excludes: '' })
    : extension
}
