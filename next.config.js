/** @type {import('next').NextConfig} */
const config = {
  output: 'standalone',
  // Said outright: Next would take a lock file in a folder above, such as a home directory, for the root of the project.
  outputFileTracingRoot: import.meta.dirname,
  turbopack: { root: import.meta.dirname },
  distDir: process.env.NEXT_DIST_DIR ?? '.next',
  poweredByHeader: false,
  reactStrictMode: true,
  // For what the proxy does not pass: the API and static files. No browser may take what they send for something else.
  headers: async () => [
    { source: '/:path*', headers: [{ key: 'x-content-type-options', value: 'nosniff' }] },
  ],
  // Links that people keep: where the review of anchors was once.
  redirects: async () => [
    { source: '/look', destination: '/anchors', permanent: true },
    { source: '/readings/:slug/look', destination: '/readings/:slug/anchors', permanent: true },
  ],
  serverExternalPackages: ['@node-rs/argon2', 'pg', 'graphile-worker', 'pino'],
}

export default config
