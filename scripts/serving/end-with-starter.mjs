// Loaded before the application (`node --import`): ends it when the pipe from its starter closes, for however the starter
// died, no server should go on holding the port and the database.
const longestEndMs = 8_000

process.stdin
  .on('error', () => {})
  .on('close', end)
  .on('end', end)
  .resume()

function end() {
  setTimeout(() => process.exit(1), longestEndMs).unref()
  process.kill(process.pid, 'SIGTERM')
}
