import pino from 'pino'

/** The application's log: one JSON object a line on standard error, which the operator may send where he likes. */
export const log = pino({ level: process.env.COLLOQUY_LOG ?? 'info' }, pino.destination(2))
