/** Stands in for `idb-keyval` in a browser that keeps nothing. */
const refuse = () => Promise.reject(new Error('This browser keeps nothing.'));

export const createStore = () => refuse;
export const clear = refuse;
export const del = refuse;
export const delMany = refuse;
export const entries = refuse;
export const get = refuse;
export const keys = refuse;
export const promisifyRequest = refuse;
export const set = refuse;
