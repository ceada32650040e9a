import type { AccessField } from '@/components/people/access-form'
import { PASSWORD_MINIMUM } from '@/lib/auth/password'

// The fields that more than one way in asks for.

export const EMAIL: AccessField = {
  name: 'email',
  label: 'E-mail',
  type: 'email',
  autoComplete: 'username',
  placeholder: 'you@example.org',
}

export const NAME: AccessField = {
  name: 'name',
  label: 'Name',
  type: 'text',
  autoComplete: 'name',
  hint: 'It stands beside what you write, in any script.',
}

export const NEW_PASSWORD: AccessField = {
  name: 'password',
  label: 'Password',
  type: 'password',
  autoComplete: 'new-password',
  minLength: PASSWORD_MINIMUM,
  hint: `At least ${PASSWORD_MINIMUM} characters. A few words in a row make a good one.`,
}
