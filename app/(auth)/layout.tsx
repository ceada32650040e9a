import type { ReactNode } from 'react'
import '../styles/sign-in.css'

export default function AccessLayout({ children }: { readonly children: ReactNode }) {
  return children
}
