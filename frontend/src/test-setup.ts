import { cleanup } from '@testing-library/react'
import { afterEach } from 'vitest'

// jsdom lacks it, and React Aria finds elements by ids that it has escaped.
globalThis.CSS ??= {} as typeof CSS
CSS.escape ??= (text) => text.replace(/[^\w-]/g, '\\$&')

afterEach(cleanup)
