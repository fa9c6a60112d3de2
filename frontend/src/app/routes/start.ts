import { createRoute } from '@tanstack/react-router'
import { StartPage } from '@/features/start/StartPage'
import { shellRoute } from './root'

export const startRoute = createRoute({ getParentRoute: () => shellRoute, path: '/', component: StartPage })
