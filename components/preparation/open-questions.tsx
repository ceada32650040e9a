import type { QuestionRow } from '@/lib/preparation/shape'

/** Questions that nobody resolved, each leading to its place. */
export function OpenQuestions({
  questions,
  href,
}: {
  readonly questions: readonly QuestionRow[]
  readonly href: string
}) {
  if (questions.length === 0) return <p className="meta">No open question.</p>
  return (
    <ol className="open-questions">
      {questions.map(({ id, quote, words, authorName, alsoAsk, replies }) => (
        <li key={id}>
          {quote !== null && <p className="serif muted truncate">“{quote}”</p>}
          <p className="question-words">{words}</p>
          <p className="meta spread">
            <span>
              <bdi>{authorName}</bdi>
              {alsoAsk > 0 && ` · ${alsoAsk} also ${alsoAsk === 1 ? 'asks' : 'ask'}`}
              {replies > 0 && ` · ${replies === 1 ? '1 reply' : `${replies} replies`}`}
            </span>
            <a className="textlink" href={`${href}#note=${id}`}>
              Discuss
            </a>
          </p>
        </li>
      ))}
    </ol>
  )
}
