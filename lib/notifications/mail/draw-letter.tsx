import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Link,
  Preview,
  render,
  Section,
  Text,
} from '@react-email/components'
import type { LetterItem, LetterModel } from './letter'

// A letter as HTML, in the colours of the house. Mail programs read styles on the elements; those that know light and dark read the
// sheet beside them too.

const SERIF = 'Georgia, "Noto Serif", serif'
const SANS = 'system-ui, -apple-system, "Segoe UI", Arial, sans-serif'

const LIGHT = {
  bg: '#fbfaf7',
  card: '#ffffff',
  text: '#1d1b18',
  muted: '#5b564e',
  line: '#ddd8cd',
  accent: '#1f5fa8',
  onAccent: '#ffffff',
}

const DARK = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
@media (prefers-color-scheme: dark) {
  .l-bg { background-color: #15171a !important; }
  .l-card { background-color: #1d2024 !important; border-color: #34383e !important; }
  .l-text { color: #e7e3db !important; }
  .l-muted, .l-muted a { color: #a9a499 !important; }
  .l-line { border-color: #34383e !important; }
  .l-button { background-color: #8ab4f8 !important; color: #0c1a2e !important; }
}`

/** The HTML of a letter. */
export async function drawLetter(letter: LetterModel): Promise<string> {
  return render(<Letter letter={letter} />)
}

function Letter({ letter }: { readonly letter: LetterModel }) {
  const { subject, preview, parts, why, settingsHref, unsubscribeHref, unsubscribe } = letter
  return (
    <Html lang="en">
      <Head>
        <title>{subject}</title>
        <meta name="color-scheme" content="light dark" />
        <meta name="supported-color-schemes" content="light dark" />
        <style>{DARK}</style>
      </Head>
      <Preview>{preview.slice(0, 140)}</Preview>
      <Body className="l-bg" style={{ margin: 0, padding: 0, backgroundColor: LIGHT.bg }}>
        <Container className="l-bg" style={{ maxWidth: 560, padding: '32px 20px' }}>
          <Text className="l-text" style={{ ...TEXT, fontFamily: SERIF, fontWeight: 600 }}>
            Colloquy
          </Text>
          {parts.map(({ title, items }) => (
            <Section key={title}>
              <Heading
                as="h2"
                className="l-text"
                style={{ ...TEXT, font: `600 19px/1.35 ${SERIF}`, margin: '20px 0 10px' }}
              >
                <bdi>{title}</bdi>
              </Heading>
              {items.map((item) => (
                <Item key={`${item.href} ${item.who} ${item.deed} ${item.words}`} item={item} />
              ))}
            </Section>
          ))}
          <Hr className="l-line" style={{ borderColor: LIGHT.line, margin: '28px 0 16px' }} />
          <Text className="l-muted" style={SMALL}>
            {why}
          </Text>
          <Text className="l-muted" style={SMALL}>
            <Link href={unsubscribeHref} style={QUIET}>
              {unsubscribe}
            </Link>
            {' · '}
            <Link href={settingsHref} style={QUIET}>
              Notification settings
            </Link>
          </Text>
        </Container>
      </Body>
    </Html>
  )
}

function Item({ item: { who, deed, words, about, href, link } }: { readonly item: LetterItem }) {
  return (
    <Section className="l-card" style={CARD}>
      <Text className="l-text" style={{ ...TEXT, fontWeight: 600 }}>
        {who !== '' && <bdi>{who}</bdi>} {deed}
      </Text>
      {about !== '' && (
        <Text
          className="l-muted l-line"
          style={{
            ...SMALL,
            fontFamily: SERIF,
            borderLeft: `3px solid ${LIGHT.line}`,
            paddingLeft: 10,
          }}
        >
          <bdi>{about}</bdi>
        </Text>
      )}
      {words !== '' && (
        <Text className="l-text" style={{ ...TEXT, whiteSpace: 'pre-line' }} dir="auto">
          {words}
        </Text>
      )}
      <Button className="l-button" href={href} style={BUTTON}>
        {link}
      </Button>
    </Section>
  )
}

const TEXT = {
  margin: '0 0 10px',
  color: LIGHT.text,
  fontFamily: SANS,
  fontSize: 15,
  lineHeight: '1.55',
  overflowWrap: 'anywhere',
} as const

const SMALL = { ...TEXT, color: LIGHT.muted, fontSize: 13 }
const QUIET = { color: LIGHT.muted, textDecoration: 'underline' }

const CARD = {
  margin: '0 0 14px',
  padding: '16px 18px',
  border: `1px solid ${LIGHT.line}`,
  borderRadius: 10,
  backgroundColor: LIGHT.card,
}

const BUTTON = {
  display: 'inline-block',
  padding: '10px 16px',
  borderRadius: 6,
  backgroundColor: LIGHT.accent,
  color: LIGHT.onAccent,
  fontFamily: SANS,
  fontSize: 14,
  fontWeight: 600,
}
