// How the front end is laid out, held by the linter:
//   src/app                  names every page and wires them: routes, shell, start-up
//   src/features/<name>      one capability: its pages, its parts, its calls to the API. Features never import each other
//   src/components, src/lib  what any feature may use; never import a feature
//   src/api                  the generated contract and the client
import js from '@eslint/js'
import boundaries from 'eslint-plugin-boundaries'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const ground = ['components', 'lib', 'api']

export default tseslint.config(
  { ignores: ['dist', 'src/api/schema.d.ts', 'playwright-report', 'test-results'] },
  js.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { projectService: { allowDefaultProject: ['*.js', '*.mjs'] } } },
    rules: {
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
      '@typescript-eslint/consistent-type-imports': 'error',
    },
  },
  {
    files: ['*.js', '*.mjs'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: { globals: { console: false, process: false, URL: false } },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    plugins: { boundaries, 'jsx-a11y': jsxA11y, 'react-hooks': reactHooks },
    settings: {
      'import/resolver': { typescript: { project: './tsconfig.json' } },
      'boundaries/include': ['src/**/*'],
      'boundaries/elements': [
        { type: 'feature', pattern: 'src/features/*', capture: ['name'] },
        { type: 'app', pattern: 'src/app' },
        { type: 'components', pattern: 'src/components' },
        { type: 'lib', pattern: 'src/lib' },
        { type: 'api', pattern: 'src/api' },
      ],
    },
    rules: {
      ...jsxA11y.flatConfigs.strict.rules,
      // The design asks for it: a dialog's first field has the focus. On our own components only.
      'jsx-a11y/no-autofocus': ['error', { ignoreNonDOM: true }],
      ...reactHooks.configs.recommended.rules,
      'boundaries/dependencies': [
        'error',
        {
          default: 'disallow',
          policies: [
            { from: { element: { type: 'app' } }, allow: { to: { element: { type: ['app', 'feature', ...ground] } } } },
            { from: { element: { type: 'feature' } }, allow: { to: { element: { type: ground } } } },
            {
              from: { element: { type: 'feature' } },
              allow: { to: { element: { type: 'feature', captured: { name: '{{ from.element.captured.name }}' } } } },
            },
            { from: { element: { type: ground } }, allow: { to: { element: { type: ground } } } },
            {
              from: { element: { type: ['app', 'feature', ...ground] } },
              allow: { to: { module: { origin: 'external' } } },
            },
          ],
        },
      ],
      'no-restricted-syntax': [
        'error',
        {
          selector: "JSXAttribute[name.name='style']",
          message:
            'The content security policy and the one sheet of CSS: use a class; numbers go through numbers() in lib.',
        },
        {
          selector: "JSXAttribute[name.name='dangerouslySetInnerHTML']",
          message: 'HTML from the server is shown by components/MarkdownView alone.',
        },
      ],
    },
  },
)
