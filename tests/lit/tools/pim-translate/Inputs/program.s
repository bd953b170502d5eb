; a comment
.core 1 groups 4   ; and another
  vvadd r0,r1 , r2, offset 0 rd rs2, len 4

lmv r0, r1, size 4, len 8
  setbw obiw 16, ibiw 8
