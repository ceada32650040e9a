/** @type {import('next').NextConfig} */
const config = {
  output: 'standalone',
  // Said outright: Next would take a lock file in a folder above, such as a home directory, for the root of the project.
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'graphile-worker', 'pino'],
}

export default config
