/** The least that a file of each kind may say, whole. Together they are no course: each stands alone. */
export const FILE_EXAMPLES = {
  course: `schemaVersion: 1
id: greetings
title: A first API
summary: You build an API that greets, and learn how a route works.
tracks:
  - id: fastify
    title: Fastify
    runtime: node
stages:
  - id: basics
    title: Basics
    summary: From the first route on.
    lessons: [first-route]
`,
  glossary: `schemaVersion: 1
terms:
  route:
    term: Route
    text: A method and a path, joined to the function that answers.
`,
  lesson: `---
id: first-route
title: The first route
summary: A route joins a method and a path to a function.
minutes: 5
goals:
  - Say what a route is and write one
inherits: template:base
open: [src/app.ts]
---

Your API is live already, but every path answers 404.

## Answer the request {#answer}

Add a route for \`GET /greeting\`.
`,
  checks: `schemaVersion: 1
checks:
  - id: answers
    kind: http
    task: answer
    title: GET /greeting answers 200
    message: Whoever asks for /greeting gets a message.
    steps:
      - request: { path: /greeting }
        expect:
          status: 200
          body: { message: { $type: string } }
`,
  hints: `schemaVersion: 1
hints:
  answers:
    - A route stands between the line that makes the app and the line that returns it.
    - What the handler returns is what the client gets; an object becomes JSON.
`,
  quiz: `schemaVersion: 1
questions:
  - id: what-is-missing
    question: What does a request get for which there is no route?
    answers:
      - { id: not-found, text: "404 Not Found", correct: true, because: There is nothing at that address. }
      - { id: server-error, text: "500 Internal Server Error", because: Nothing went wrong in the server. }
`,
  compare: `schemaVersion: 1
columns:
  - { id: in-fastify, title: Fastify, language: typescript, files: [app.ts] }
  - { id: in-flask, title: Flask, language: python, files: [app.py] }
parts:
  - id: route
    title: A route
    note: Both name the method and the path in one line.
`,
  mutant: `schemaVersion: 1
title: The path has a letter too many
teaches: A client asks for the path that you promised, and finds nothing.
fails: [answers]
`,
  planted: `schemaVersion: 1
title: A greeting without a name is an error
teaches: Send a request that leaves out what may be left out.
`,
  plan: `title: Greetings
purpose: Programs that show a greeting get one in the language of the reader.
basePath: /api/v1
resources:
  - name: greetings
    fields:
      - { name: id, type: integer, readOnly: true }
      - { name: text, type: string }
    operations:
      - { method: GET, path: /greetings, summary: List the greetings, statuses: [200] }
`,
  decision: `options:
  - { id: fastify, title: Fastify }
  - { id: flask, title: Flask }
criteria:
  - { id: typed, title: Types are checked before it runs }
  - { id: known, title: The team knows the language }
scenarios:
  - id: prototype
    title: Something to show next week
    story: Two people who write Python every day want to show an idea.
    choice: ""
    because: []
`,
} as const;
