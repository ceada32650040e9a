// Formulas in TeX, as Markdown has them, and how they are drawn. Their words stay as they are.

import { type DocNode, textblockText } from '@/lib/text/doc-node'
import { fromTex } from './html-math'

/** A document whose formulas in TeX say how they are drawn. */
export function withDrawings(node: DocNode): DocNode {
  if (node.type === 'codeBlock' && node.attrs?.language === 'math') {
    const { drawing } = fromTex(textblockText(node), true)
    return drawing === null ? node : { ...node, attrs: { ...node.attrs, drawing } }
  }
  const isFormula = node.marks?.some(({ type, attrs }) => type === 'math' && !attrs?.drawing)
  if (node.text !== undefined && isFormula) {
    const { drawing } = fromTex(node.text, false)
    const math = drawing === null ? { type: 'math' } : { type: 'math', attrs: { drawing } }
    return {
      ...node,
      marks: (node.marks ?? []).map((mark) => (mark.type === 'math' ? math : mark)),
    }
  }
  return node.content ? { ...node, content: node.content.map(withDrawings) } : node
}
