/** Province-level units by their short name: all 34 stand on the tile map, or there is no map. */
export const provinces = [
  ...['黑', '蒙', '吉', '新', '宁', '晋', '京', '津', '辽'],
  ...['青', '甘', '陕', '豫', '冀', '鲁', '藏', '川', '渝', '鄂', '皖', '苏', '沪'],
  ...['云', '贵', '湘', '赣', '浙', '台', '桂', '粤', '闽', '琼', '澳', '港'],
] as const
export type Province = (typeof provinces)[number]
