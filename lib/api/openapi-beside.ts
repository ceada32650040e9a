import type { OpenAPI } from '@orpc/contract'

const BYTES = {
  'application/octet-stream': { schema: { type: 'string', format: 'binary' } },
} satisfies OpenAPI.RequestBodyObject['content']

/** The addresses that answer with something else than JSON or are sent something else. */
export const BESIDE_THE_CONTRACT = {
  '/readings/{id}/text': {
    get: {
      operationId: 'readings.text',
      summary: 'The plain text that positions count in, in UTF-16 code units',
      tags: ['Readings'],
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      responses: {
        200: { description: 'OK', content: { 'text/plain': { schema: { type: 'string' } } } },
      },
    },
  },
  '/readings/{id}/events': {
    get: {
      operationId: 'readings.events',
      summary: 'What changes, live; Last-Event-ID or `after` replays exactly what came after',
      tags: ['Readings'],
      parameters: [
        { name: 'id', in: 'path', required: true, schema: { type: 'string' } },
        { name: 'groupId', in: 'query', schema: { type: 'string' } },
        { name: 'presence', in: 'query', schema: { type: 'string', format: 'uuid' } },
        { name: 'after', in: 'query', schema: { type: 'string' } },
        { name: 'Last-Event-ID', in: 'header', schema: { type: 'string' } },
      ],
      responses: {
        200: {
          description: 'OK',
          content: { 'text/event-stream': { schema: { type: 'string' } } },
        },
      },
    },
  },
  '/me/events': {
    get: {
      operationId: 'notifications.events',
      summary: 'That what you are told has changed, live; how, is asked',
      tags: ['Notifications'],
      parameters: [
        { name: 'after', in: 'query', schema: { type: 'string' } },
        { name: 'Last-Event-ID', in: 'header', schema: { type: 'string' } },
      ],
      responses: {
        200: {
          description: 'OK',
          content: { 'text/event-stream': { schema: { type: 'string' } } },
        },
      },
    },
  },
  '/assets': {
    post: {
      operationId: 'assets.create',
      summary: 'Keep a picture (PNG, JPEG, GIF, WebP or AVIF, at most 10 MB), sent as its bytes',
      tags: ['Pictures'],
      parameters: [
        {
          name: 'reading',
          in: 'query',
          description: 'A reading of your own that it is for',
          schema: { type: 'string', format: 'uuid' },
        },
      ],
      requestBody: { required: true, content: BYTES },
      responses: {
        201: {
          description: 'Created',
          content: {
            'application/json': {
              schema: {
                type: 'object',
                required: ['id', 'mediaType', 'url'],
                properties: {
                  id: { type: 'string', description: 'SHA-256 of the bytes, in hexadecimal' },
                  mediaType: { type: 'string' },
                  width: { type: 'integer' },
                  height: { type: 'integer' },
                  url: { type: 'string' },
                },
              },
            },
          },
        },
      },
    },
  },
  '/imports/files': {
    post: {
      operationId: 'imports.createFromFile',
      summary:
        'Bring a text in from a file (DOCX, EPUB, PDF, HTML, Markdown or plain text, at most 50 MB), sent as its bytes',
      tags: ['Imports'],
      parameters: [
        {
          name: 'name',
          in: 'query',
          description: 'What the file is called',
          schema: { type: 'string' },
        },
      ],
      requestBody: { required: true, content: BYTES },
      responses: {
        201: {
          description: 'Created: the import, as GET /imports/{id} gives it',
          content: { 'application/json': { schema: { type: 'object' } } },
        },
      },
    },
  },
  '/groups/{id}/moderation-log.csv': {
    get: {
      operationId: 'review.logFile',
      summary: 'The moderation log of a group as CSV',
      tags: ['Review'],
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      responses: {
        200: { description: 'OK', content: { 'text/csv': { schema: { type: 'string' } } } },
      },
    },
  },
  '/me/exports/{id}/archive': {
    get: {
      operationId: 'personalData.archive',
      summary: 'Everything of yours, as a ZIP of JSON and HTML, once it is ready',
      tags: ['People'],
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      responses: {
        200: {
          description: 'OK',
          content: { 'application/zip': { schema: { type: 'string', format: 'binary' } } },
        },
      },
    },
  },
  '/assets/{id}': {
    get: {
      operationId: 'assets.get',
      summary: 'A picture of a reading that you may see, or one that you brought',
      tags: ['Pictures'],
      parameters: [{ name: 'id', in: 'path', required: true, schema: { type: 'string' } }],
      responses: {
        200: {
          description: 'OK',
          content: { 'image/*': { schema: { type: 'string', format: 'binary' } } },
        },
      },
    },
  },
} satisfies OpenAPI.PathsObject
