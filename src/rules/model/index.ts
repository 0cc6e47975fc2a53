// Written by `npm run rules:pages`.
export * from './address-is-used-once.ts'
export * from './collected-file-is-as-collected.ts'
export * from './collected-portal-is-named.ts'
export * from './course-has-lessons.ts'
export * from './model-is-current.ts'
export * from './organization-has-no-cycle.ts'
export * from './slug-is-used-once.ts'
