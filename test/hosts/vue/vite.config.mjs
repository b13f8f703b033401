import vue from '@vitejs/plugin-vue'

const isCustomElement = (tag) => tag.startsWith('forecost-')
export default { plugins: [vue({ template: { compilerOptions: { isCustomElement } } })] }
