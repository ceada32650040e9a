// What the letters of signing in say, as text and as HTML of the same words.

export type Letter = { readonly subject: string; readonly text: string; readonly html: string }

type Parts = {
  readonly subject: string
  readonly opening: string
  readonly button: string
  readonly url: string
  readonly closing: string
}

/** The link that signs in. */
export function signInLetter(url: string): Letter {
  return letter({
    subject: 'Your link to sign in to Colloquy',
    opening: 'Open this link to sign in. It works once, within half an hour.',
    button: 'Sign in',
    url,
    closing: 'If you did not ask for it, do nothing: nobody gets in without this letter.',
  })
}

/** The link by which whoever has just signed up shows that the address is his. */
export function confirmLetter(url: string): Letter {
  return letter({
    subject: 'Confirm your address for Colloquy',
    opening:
      'Somebody made an account at Colloquy with this address. If it was you, open this link in the same browser. It works once, within half an hour.',
    button: 'Confirm my address',
    url,
    closing: 'If it was not you, do nothing.',
  })
}

/** The link that sets a new password. */
export function passwordLetter(url: string): Letter {
  return letter({
    subject: 'Choose a new password for Colloquy',
    opening: 'Open this link to choose a new password. It works once, within an hour.',
    button: 'Choose a password',
    url,
    closing:
      'If you did not ask for it, do nothing: your password stays as it is. Once you choose a new one, you are signed out everywhere else.',
  })
}

function letter({ subject, opening, button, url, closing }: Parts): Letter {
  const href = escaped(url)
  return {
    subject,
    text: `${opening}\n\n${url}\n\n${closing}\n`,
    html: `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>
<body style="margin:0;padding:32px 20px;background:#fbfaf7;color:#1d1b18;font:16px/1.55 Georgia,serif">
<div style="max-width:30em;margin:0 auto">
<p>${escaped(opening)}</p>
<p style="margin:28px 0"><a href="${href}" style="display:inline-block;padding:11px 20px;border-radius:6px;background:#1f5fa8;color:#ffffff;font:600 15px Arial,sans-serif;text-decoration:none">${escaped(button)}</a></p>
<p style="color:#5b564e;font-size:14px">${escaped(closing)}</p>
<p style="color:#5b564e;font-size:13px;overflow-wrap:anywhere">${href}</p>
</div></body></html>`,
  }
}

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`)
}
