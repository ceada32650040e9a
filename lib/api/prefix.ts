/** Where the HTTP API lies. */
export const API_PREFIX = '/api/v1'
