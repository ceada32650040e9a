'use client'

import { useEffect } from 'react'

const FAR_PX = 8
const NEAR_TOP_PX = 200

/** On small windows the header leaves while one reads on and comes back when one scrolls up or tabs into it. Shows nothing. */
export function HeaderShy() {
  useEffect(() => {
    let last = scrollY
    const { dataset } = document.documentElement
    const scrolled = () => {
      if (Math.abs(scrollY - last) < FAR_PX) return
      if (scrollY > last && scrollY > NEAR_TOP_PX) dataset.header = 'away'
      else delete dataset.header
      last = scrollY
    }
    window.addEventListener('scroll', scrolled, { passive: true })
    return () => {
      window.removeEventListener('scroll', scrolled)
      delete dataset.header
    }
  }, [])
  return null
}
