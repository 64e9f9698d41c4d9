/**
 * Standard (winter) offsets of every region of java.time; what the offset is beyond that is daylight saving time.
 *
 * Rows are separated by white space. A row is `offset,instant:offset,instant:offset...`: the offset before the first instant,
 * then each change. All numbers are seconds in base 36.
 * Source: OpenJDK 17.0.15 (tzdata 2025a), `ZoneRules.getStandardOffset`.
 */
export const STANDARD_OFFSETS = `
-qw,-u9rgl4:0 -2vw,-u9rek0:-2s0,2lxk40:0 -1zw,-qj6zc4:-226,11v0q6:0 18w,-18vsjww:-1p9,-u9rhc0:0,p1uqs0:2s0,pkmo40:0 -3gg,-rvusjk:-8c0,dkhf00:0 0
6tg,-w6p5hg:6y0,-lnsey0:8c0,-kvcdo0:6y0,-h80ka0:7n0,-eb6ib0:8c0
kc,-154gb8c:fl,-uozn3l:0,-fkul40:2s0,-c4kqs0:0,-79mio0:2s0,-3i8is0:0,42lp80:2s0,54et80:0,5wuyo0:2s0 1vw,-1a9dr7w:fl,-uozn3l:2s0
mn,-xnxnan:0,-w3k000:mn,-t85smn:1e0,-q9qc20:2s0 2sc,-u9rk4c:2s0 616,-vu3fd6:5k0 5us,-kcrsis:5k0,fodfs0:8c0,qnth00:5k0 60w,-kcrsow:5k0,fodfs0:8c0,oyph00:5k0
5sl,-1054wgl:5k0 6ko,-1ayy98o:5k0 6ds,-1054x1s:5k0 6hz,-1054x5z:5k0 66g,-p4bq6g:5k0 4e4,-rvv0cg:5k0,-eyqoc0:2s0,-dfp1g0:5k0 4u0,-k29zi0:5k0
5c8,-1ayy808:5bo,-r2p1bo:4u0,-k29zi0:5k0,-euq8c0:2s0,-d8e5k0:8c0,am73s0:5k0 4md,-peghyd:5k0 5ng,-nu11ng:5k0,-kmr1k0:8c0,-erdv00:2s0,-dnetg0:8c0,ap2t40:5k0
4gy,-ms0hsy:5k0,-fciw80:8c0,-evjv00:2s0,-d5thg0:8c0,a1bbw0:5k0 4bg,-1ayy6zg:5ew,-136r6qw:5k0,-e6dzw0:2s0,-cx0l40:5k0
4l0,-r3exx0:2s0,-qcx6s0:4l0,-peghx0:5k0,-fch1k0:8c0,-ern4c0:2s0,-d6wg80:8c0,a1bbw0:5k0
4os,-1ayy7cs:3w0,-rns980:4fc,-q7q73c:2s0,-ptj1g0:5k0,-poyaw0:2s0,-fcmis0:8c0,-evwto0:2s0,-d9kqw0:8c0,a1bbw0:5k0,eqk2s0:2s0,fkg040:5k0
-1ek,-tblt9g:0,7eveo0:2s0,8cm580:0 -2g0,-isdxk0:-2s0,3a22s0:0 -1p9,-u9rhc0:0,-1p1zs0:2s0,3ijk00:0,bv7pg0:2s0,dp3xg0:0 -zg,-100edc0:0,7eveo0:2s0
2h4,-1421154:2s0 t6,-14j9c00:0,-ss5uo0:2s0,-qotw40:0,-fgh6g0:2s0 a4,-100edm4:0,-c4xmo0:2s0 3so,-18vsmgo:2s0 2o8,-14u7uo8:2s0,-c1qns0:0,-bxf3s0:2s0
3j8,-15bee78:2s0 1kw,-1os49kw:1dm,-13g441m:2s0 -zo,-1anxr0c:0,-6mxp40:2s0 -ok,-100edc0:0,-fjrxg0:2s0 2os,-13qyw0s:2s0
fl,-uozn3l:0,-ff5c80:2s0,-d8caw0:0,-cofek0:2s0 2b8,-13r0qs0:2s0 3o8,-t85vo8:2s0 30x,-14211ox:2s0 3w0,-se9yk0:2s0,-qrqd80:5k0,-ou36w0:2s0
56o,-14nj6io:460,-yvtdi0:5k0 2fw,-q3gfrw:2s0,-5qotg0:5k0,69gig0:2s0,am3h80:5k0,dyil40:2s0,ehhx40:5k0,md8w00:2s0,mv76o0:5k0
3so,-14212go:2s0,-cwm2w0:5k0,-cdzpk0:8c0,a1bbw0:5k0,liow00:8c0,ne0vw0:5k0 360,-14nj4i0:460,-yvtdi0:5k0,ajtx40:2s0 xya,-1hc7qjz:-wpq,-1078oma:-uk0,77ss00:-rs0
12wo,-1hc7qjz:-rrc,-1078tko:-rs0,77sp80:-p00 15rv,-1hc7qjz:-ow5,-1078wfv:-m80,5dweg0:-p00,5n9fs0:-m80,77sjo0:-p00
16au,-1hc7qjz:-od6,-1078wyu:-m80,nx4rs0:-p00,phnyg0:-m80,plmjs0:-p00 101a,-1hc7qjz:-umq,-1078qpa:-uk0,77ss00:-p00 15lz,-1hc7qjz:-p21,-1078w9z:-m80,77sjo0:-p00
14sh,-1hc7qjz:-pvj,-1078vgh:-p00 -p00 -c8p,-10xhp3b:-b40 -b1h,-ug8iaj:-b40 -bb8,-umcvcs:-b40
-cy0,-15r0we0:-cyo,-j6hz1c:-dw0,2ijn80:-b40,g36go0:-dw0,g4za00:-b40 -8xc,-t85j2o:-8c0 -74s,-t85kv8:-8c0 -8z8,-t85j0s:-8c0 -74o,-t85kvc:-8c0 -6m4,-t85ldw:-8c0
-6go,-t85ljc:-8c0 -a4o,-t85hvc:-b40,k2y8g0:-8c0 -8ms,-t85jd8:-8c0 -ato,-138aaic:-bw0,-px7ys0:-b40,-4ink0:-8c0,fj0b00:-b40,fqtsc0:-8c0
-c6k,-138a95g:-bw0,-px7ys0:-b40,-4ink0:-8c0,b1otk0:-b40,bdkr40:-8c0,fj0b00:-b40,fqtsc0:-8c0,hym0c0:-b40,hzl9s0:-8c0
-bw0,-px7ys0:-b40,-4ink0:-8c0,b1otk0:-b40,bdkr40:-8c0,fj0b00:-b40,fqtsc0:-8c0
-c3c,-138a98o:-bw0,-px7ys0:-b40,-4ink0:-8c0,aiyqw0:-b40,bcuts0:-8c0,fj0b00:-b40,fqtsc0:-8c0
-cdo,-138a8yc:-bw0,-px7ys0:-b40,-4ink0:-8c0,b1l480:-b40,b51cg0:-8c0,fj0b00:-b40,fqtsc0:-8c0,hym0c0:-b40,hzl9s0:-8c0
-cqs,-138a8l8:-bw0,-px7ys0:-b40,-4ink0:-8c0,aiyqw0:-b40,bwats0:-8c0,fj0b00:-b40,fqtsc0:-8c0,hy5cc0:-b40,i4mr40:-8c0
-ctg,-138a8ik:-bw0,-px7ys0:-b40,-4ink0:-8c0,fj0b00:-b40,fqtsc0:-8c0,hym0c0:-b40,hzl9s0:-8c0
-c44,-138a97w:-bw0,-px7ys0:-b40,-4ink0:-8c0,b1otk0:-b40,bdkr40:-8c0,fj0b00:-b40,fqtsc0:-8c0
-cos,-138a8n8:-bw0,-px7ys0:-b40,-4ink0:-8c0,b1l480:-b40,b51cg0:-8c0,fj0b00:-b40,fqtsc0:-8c0,hyk5o0:-b40,i1e340:-8c0
-cac,-138a91o:-bw0,-px7ys0:-b40,-4ink0:-8c0,ajh9k0:-b40,b6bn40:-8c0,fj0b00:-b40,fqtsc0:-8c0,hyk5o0:-b40,i1e340:-8c0,juz1k0:-b40,krc0g0:-8c0
-c2s,-138a998:-bw0,-px7ys0:-b40,-4ink0:-8c0,b1otk0:-b40,bdkr40:-8c0,fj0b00:-b40,fqtsc0:-8c0,hym0c0:-b40,hz8b40:-8c0
-cnc,-138a8oo:-bw0,-px7ys0:-b40,-4ink0:-8c0,fj0b00:-b40,fqtsc0:-8c0,hyib00:-b40,hzl9s0:-8c0 -aog,-jy93zk:-b40,1fnkg0:-8c0,27sgc0:-b40,sldn00:-8c0
-eq8,-15r0uls:-eso,-w757vc:-dw0 -g2g,-p1u7c0:-go0,696680:-dw0,6sej80:-go0,eincs0:-dw0,ex1so0:-go0,nj3280:-dw0 -e7y,-u85og2:-dw0
-jho,-p1u4k0:-jg0,-m7ock0:-go0,-kf67c0:-jg0,-jpan80:-go0,-eg9600:-jg0,l0ch00:-go0 -gc0,-u52ic0:-go0
-jn8,-p1u4k0:-jg0,-m7ock0:-go0,-kf67c0:-jg0,-jpan80:-go0,eqxno0:-jg0,rkk3k0:-go0 -fkd,-pjw8fn:-go0 -gio,-pkm4tc:-go0 -grg,-qqqskk:-go0
-fz8,-15r0tcs:-fzc,-ijh6oo:-go0,1qkbc0:-dw0,2ob1w0:-go0,bhceg0:-dw0,bv2gk0:-go0,c05vc0:-dw0,e3bck0:-go0 -glg,-p1u7c0:-go0,696680:-dw0,6p60s0:-go0
-id0,-p1u4k0:-jg0,-m7ock0:-go0,-kf67c0:-jg0,-jpan80:-go0 -iks,-p1u7c0:-jg0,-m7ock0:-go0,-kf67c0:-jg0,-jpan80:-go0 -jdo,-xkq9yc:-jg0,-5210c0:-go0
-jyw,-xkq9d4:-jg0,17qro0:-go0 -g5g,-pfzh6k:-go0 -b8g,-t85grk:-b40 -a44,-t85hvw:-b40 -adw,-t85hm4:-b40 -b44,-t85gvw:-b40 -bu0,-t85g60:-b40 -dps,-srdoy8:-dw0
-lip,-18y0gg0:-m80,-oc9iw0:-jg0 0,-q3gdc0:-jg0,fkgjk0:-go0,g36jg0:-dw0,g3jck0:-go0,gb3vo0:-jg0
-jpw,-p1u4k0:-jg0,-m7ock0:-go0,-kf67c0:-jg0,-jpan80:-go0,eqxno0:-jg0,rkk3k0:-go0,rm5co0:-jg0 -jfw,-18y0j80:-jg0 -l0g,-x1yazk:-jg0 0,-8ve5c0:-m80,4v6bs0:-jg0
-jg0 -ce8,-15r0wxs:-ce4,-u7lcxw:-ci0,-2lx4u0:-b40,jsrss0:-ci0,o6hks0:-b40 -9ow,-uj7yb4:-b40,-16brk0:-8c0 -g8c,-18y0m00:-go0,-hnqf40:-dw0,-haev80:-go0
-g1i,-18y0m00:-go0,-407z40:-dw0,-384xw0:-go0,bdxy40:-dw0,ix3240:-go0 -g2f,-18y0m00:-go0,-2yrts0:-dw0,-14vok0:-go0,-cshs0:-dw0,ix3240:-go0 -i20,-p1u7c0:-go0
-g83,-17zjvrx:-go0,-cshs0:-dw0,1qgos0:-go0 -iuj,-18y0j80:-jg0,lbi8w0:-go0 -irc,-18y0j80:-jg0,bwo3k0:-go0 -is3,-18y0j80:-jg0,hncu80:-go0
-jc4,-p1u4k0:-jg0,-m7ock0:-go0,-kf67c0:-jg0,-jpan80:-go0,eqxno0:-jg0,rkk3k0:-go0 -hzo,-171bfcc:-go0 0,-6s8lc0:-go0,g36jg0:-dw0,gb3sw0:-go0
0,-bnp9c0:-go0,g36jg0:-dw0,gb3sw0:-go0,j7vy40:-dw0,jeqbk0:-go0 -go0 -kr6,-18y0j80:-jg0 -ptg,-1079suk:-p00,1ztvo0:-m80,qj3vg0:-jg0
-m9k,-18vrweg:-m80,1e0p00:-jg0 -mpz,-18vrvy1:-m80,nkw140:-jg0 -p0c,-1079tno:-p00,-207b00:-m80,qj3vg0:-jg0 -fdn,-xx8dyd:-go0,-sih340:-dw0
-fye,-18y0m00:-go0,-7o0f40:-dw0,-6ea780:-go0,-63h8g0:-dw0 -d68,-15r0w5s:-e7y,-u85og2:-dw0,nkvss0:-b40,p5ezg0:-dw0
-fzn,-18y0m00:-go0,-4iy1s0:-dw0,23fcs0:-go0,2ijss0:-dw0 -g5v,-18y0m00:-go0,-2g1r40:-dw0,-1nlr80:-go0,432zg0:-dw0,ix3240:-go0,jqyzg0:-dw0
-fr4,-18y0m00:-go0,-86qhs0:-dw0 -g7j,-18y0m00:-go0,-2yrts0:-dw0,ix3240:-go0,jqyzg0:-dw0 -g1d,-18y0m00:-go0,-4iy1s0:-dw0,ix3240:-go0,jeqbk0:-dw0
0,-eb6ao0:-dw0,fkge00:-go0,g36jg0:-dw0 -fvq,-18y0m00:-go0,-4emkk0:-dw0,23fcs0:-go0,2ijss0:-dw0 -fpo,-18y0m00:-go0,g36jg0:-dw0 -ep8,-1353das:-dw0
-dpe,-18y0os0:-dw0 -de8,-15r0vxs:-ddo,-rmk9ac:-dw0 -dw0 -cxs,-t85f28:-dw0,k2yb80:-b40,mw14g0:-dw0 -ck0,-t85fg0:-dw0,k2yb80:-b40,mw14g0:-dw0
-lo4,-p1u4k0:-jg0,-o0a9w0:-m80,-m7o9s0:-jg0,-kf64k0:-m80 -lwa,-18y0gg0:-m80 -mss,-18vrvv8:-m80 -m80 -b3o,-z94kwc:-b40
-b6s,-18vs7h8:-9rg,-i52u8k:-9q0,-1zdy20:-b40 -bs0,-z94k80:-b40 -bzw,-18wys04:-dw0,-z94i40:-b40 -cqk,-rvuj9g:-b40 -c06,-kvj2fu:-b40 -b40
-9kw,-rvumf4:-8c0,rs3s40:-5k0 -es8,-15r0ujs:-ejc,-kcr84o:-dw0 -arr,-uhmik9:-b40,-smca80:-af0,2wud30:-8c0,bluwg0:-b40 -f94,-15r0u2w:-f9c,-n7762o:-dw0
-kjs,-p1u4k0:-jg0,-m7ock0:-go0,-kf67c0:-jg0,-jpan80:-go0,-eg9600:-jg0 -jpg,-p1u4k0:-jg0,-m7ock0:-go0,-kf67c0:-jg0,-jpan80:-go0,-eg9600:-jg0 -cmc,-jpva5o:-b40
-e9o,-15r0v2c:-eac,-w25lpo:-dw0 -aeg,-uk1k9k:-b40,5e3cg0:-8c0 -aer,-px8099:-b40,-o50vk0:-9q0,-e482c0:-8c0 -604,-t85lzw:-5k0
-a7s,-usj4g8:-a84,-i9lsfw:-a7o,-cnnf4c:-9q0,7p4720:-8c0
-d4s,-15r0w78:-d39,-vauawr:-dw0,-rx8i40:-d39,-qs16wr:-b40,-qcwsw0:-d39,-m3etkr:-dw0,-jhfgs0:-b40,-eeay80:-dw0,-eb5ws0:-b40,-c6kkw0:-dw0,-bsvzk0:-b40,ohn4c0:-8c0
-d39,-vauawr:-dw0,-rx8i40:-d39,-qs16wr:-b40,-qcwsw0:-d39,-m3etkr:-dw0,-jhfgs0:-b40,-eeay80:-dw0,-eb5ws0:-b40,-c6kno0:-dw0,-bsvzk0:-b40
-42g,-rvurxk:-5k0,5v6080:-2s0,sb6tg0:-5k0 -9rg,-i52u8k:-9q0
0,-irxc0:m80,kro7c0:uk0,kyrj00:m80,ltqko0:uk0,lzr5w0:m80,ofen40:uk0,p5dwk0:m80,pg70w0:uk0,pogv40:m80,pytbg0:uk0,q6tz40:m80,qhmv5o:uk0,qpws40:m80,r0cxto:uk0,r8mus0:m80,rj30ho:uk0,rr7ls0:m80
0,-6rmdc0:jg0,-2p2zg0:0,-h6io0:jg0,kroa40:dw0,kz30w0:jg0,ltqng0:dw0,lzre80:jg0 r94,-1ayytx4:r8w,-1354j8w:rs0 0,-10mb9c0:rs0,-qhmeg0:0,-bd1xc0:rs0
s04,-133j5c4:rs0 sc8,-1354kc8:rs0 ra4,-12smja4:rs0 rl8,-1354jl8:rs0 qug,-133j46g:rs0 0,-8aelc0:go0,krocw0:dw0 wd4,-1gsoz14:vy0,-ciy9c0:xc0
0,-2lxhc0:-b40,-4ink0:-8c0,6fn4c0:-b40,ohn4c0:-8c0 0,3lxs00:-8c0 8ng,-bwgbbg:8c0 0,-6aaao0:jg0,cki780:0,cykao0:jg0,s5trg0:dw0 884,-15r1hk4:880,-r50g80:8c0
9jk,-q3gmvk:b40,19d0w0:8c0 e90,-nu1a90:dw0,-kmr9w0:go0,b347k0:dw0,bi8qc0:go0,s9mq00:dw0 6nk,-kcrtbk:5k0,rkfmg0:8c0 6q0,-q3gk20:5k0,rkfjo0:8c0
wv8,-nu1sv8:xc0,-kmrtc0:1040,6e2bw0:xc0,b33qw0:uk0,bi89o0:xc0,kzy1k0:uk0,lio700:xc0
9b4,-nu15b4:b40,-kmr740:dw0,64pws0:go0,6e2vc0:dw0,b34ac0:b40,bi8t40:dw0,cwnjo0:b40,i6f3s0:dw0
al4,-nu16l4:b40,-kmr740:dw0,64pu00:go0,6e2vc0:dw0,b34ac0:b40,bi8t40:dw0 at8,-nu16t8:b40,-kmr740:dw0,b34ac0:b40,bi8t40:dw0
9m8,-nu15m8:8c0,-kmr4c0:dw0,64pws0:go0,6e2vc0:dw0,b34ac0:b40,bi8t40:dw0,f99uc0:b40,i6f3s0:dw0 98c,-nu158c:8c0,-6p7kc0:b40,b34d40:8c0,bv7jw0:b40
im4,-pysda4:jg0 jqu,-umdqeu:jg0,-e3bkw0:m80,-cxyro0:p00,-cp63o0:jg0,-bvja40:m80,-7kjng0:jg0,-57xfk0:m80,2uaps0:jg0
fic,-q4ljic:go0,-kmrco0:jg0,b344s0:go0,bi8nk0:jg0,d98v40:go0,liokw0:jg0,ne0ks0:go0,o4nww0:jg0 dtc,-nu19tc:dw0,-kmr9w0:go0,b347k0:dw0,il2ko0:go0
kfk,-mvof3k:ku0,-jb6i60:m80,-ejqbk0:p00,-conl00:m80 gd4,-1oaa314:gcw,-1g6thow:eva,-xehava:fa0 esc,-1ayyhgc:esk,-xehask:fa0,drxa20:i20,dzufc0:go0,ixq620:fa0
l0g,-q4cfog:m80,-kmri80:p00,b33z80:m80,bi8i00:p00,liock0:rs0,ne0cg0:m80,o4nrc0:p00
p3p,-q4cjrp:m80,-kmri80:p00,b33z80:m80,bi8i00:p00,hqrlo0:rs0,lio9s0:uk0,lreus0:rs0,ne0cg0:p00
o0y,-q4cioy:m80,-kmri80:p00,b33z80:m80,bi8i00:p00,liock0:rs0,ne0cg0:p00 jsk,-xmcrsk:jg0,46akk0:m80 mhj,-100eztj:m80 l0y,-y0i2cy:m80,-emm3o0:p00,-cnoec0:m80
gqs,-15r1q2s:gcw,-eqtpow:i20,-ef78q0:fa0,-e9lba0:i20,-9j0ne0:go0 n98,-u9s3k0:m80,-ejfac0:p00,3b0ho0:m80,g0zls0:p00 a8o,-q3gnko:b40
cqo,-nu18qo:dw0,-kmr9w0:go0,b347k0:dw0 6ac,-p4bqac:5k0,od5jo0:8c0,oyk840:5k0 l56,-y0i0s0:m80,-emgia0:p00,-cl7cs0:m80 gz0,-xmcoz0:go0,46anc0:jg0
jb5,-q28gn5:jg0,-kmrfg0:m80,b34200:jg0,bi8ks0:m80,liofc0:p00,ne0f80:m80 5d4,-1ayy814:5ew,-ux9xew:5k0,4fid00:8c0,7qp980:5k0,od3p00:8c0
js0,-o0bdpc:kdc,-jebgdc:ku0,-ehxgu0:p00,-co37o0:ku0,-bb5zi0:m80,-a9m680:ku0,-34ru60:jg0
k8w,-jebg8w:ku0,-eknm60:p00,-co37o0:ku0,-bb5zi0:m80,-a9m680:ku0,-34ru60:m80,9e5gg0:jg0 q20,-jebm20:p00,-d7zvo0:qe0,-34rzq0:p00 6iu,-1ayy96u:6ig,-r50eig:5k0
ctc,-15r1m5c:b40,-d1pkg0:ci0 tdo,-olrupo:uk0,-kmrqk0:xc0,b33qw0:uk0,bi89o0:xc0,kzy1k0:uk0,lio700:xc0 cf0,-wvpb30:fa0,-9j0km0:dw0 g7w,-lx5pjw:go0
fss,-q3gt4s:fa0,8clsq0:fz0 h72,-q37l72:go0,-kmrco0:jg0,b344s0:go0,bi8nk0:jg0,lioi40:m80,ne0i00:jg0
g5c,-nu36tc:go0,-kmrco0:jg0,b344s0:go0,bi8nk0:jg0,kzyfg0:go0,liokw0:jg0 j8d,-xphpwd:jg0,-hquppc:kdc,-esddpc:ku0,-ejqa60:p00,-conl00:ku0,69g1s0:m80
rxc,-nu1nxc:rs0,-kmrns0:uk0,b33to0:rs0,bi8cg0:uk0,lio700:xc0,ne06w0:rs0,o63gg0:uk0 m40,-jebi40:m80,-ek3a80:p00,-co37o0:m80
-189k,-1t8ix2g:meg,-10p6nk0:m80,-ejxt00:p00,-cyj500:m80 fcs,-q4do0s:go0,-kmrco0:jg0,b344s0:go0,bi8nk0:jg0,c7fr40:go0,liokw0:jg0,ne0ks0:go0,oasa80:jg0
dl6,-q5xmx6:dw0,-kmr9w0:go0,b347k0:dw0,bi8qc0:go0,liokw0:jg0,ne0ks0:go0
9ic,-nu15ic:8c0,-kmr4c0:dw0,64pu00:go0,6e2vc0:dw0,a1b6c0:b40,bi8t40:dw0,blud00:b40,i6f3s0:dw0 nac,-w895yc:nm0,-u9s4y0:p00,nt2v00:nm0,p87lo0:p00
nig,-w8966g:nm0,-u9s4y0:p00,-88kmc0:nm0,-4dqfm0:p00 bs4,-nu17s4:b40,-kmr740:dw0,64pu00:go0,6e2vc0:dw0,b34ac0:b40,bi8t40:dw0,i6f100:go0,s9mq00:dw0
c4g,-nu184g:b40,-kmr740:dw0,64pu00:go0,6e2vc0:dw0,b34ac0:b40,bcheg0:dw0,bi8qc0:go0,blua80:dw0,i6f100:go0,pk1rc0:dw0 htb,-q3gv5b:i20,-efx620:p00,-cvg100:i20
qfc,-xl87rc:p00,-cpkx00:uk0,b33to0:rs0,bi8cg0:uk0,e7t8c0:rs0,lio9s0:uk0,ne09o0:rs0,o4nls0:uk0 ceh,-nu18eh:b40,-kmr740:dw0,64pu00:go0,6e2vc0:dw0
ctz,-nu18tz:dw0,-kmr9w0:go0,b347k0:dw0 sgs,-nu1ogs:rs0,-kmrns0:uk0,b33to0:rs0,bi8cg0:uk0,lio700:xc0,ne06w0:uk0 mi0,-12mch60:m80,-gtzfk0:p00,-co6u80:m80
8an,-nu14an:8c0,-6p7kc0:b40,b34d40:8c0,cwngw0:b40,hzxjg0:8c0,idzek0:b40 9iw,-i18hiw:9q0,42lfi0:b40,4p2q80:9q0 glo,-bojclo:fa0,99fa20:go0 pvn,-16snno0:p00
fqf,-q3zbqf:go0,-kmrco0:jg0,b344s0:go0,bi8nk0:jg0,gvea40:go0,liokw0:jg0,ne0ks0:go0,o7wkw0:jg0
qiu,-q4cl6u:m80,-kmri80:p00,5vapo0:uk0,b33to0:rs0,bi8cg0:uk0,lio700:xc0,lres00:uk0,ne09o0:rs0
of7,-oligf7:p00,-kmrl00:rs0,b33wg0:p00,bi8f80:rs0,lio9s0:uk0,ne09o0:rs0 b89,-rx5hw9:af5,-qc75z5:b40,-kmr740:dw0,b34ac0:b40,bi8t40:dw0,liono0:go0,ne0nk0:dw0
88o,-nu148o:8c0,-6p7kc0:b40,b34d40:8c0,dfdrw0:b40 -4r4,-18vsdww:-5aw,-u9rbs0:-5k0,-1p1u80:-2s0,bzwaw0:0,c8qqs0:-2s0 -2uo,-oytbtc:-2s0,-c4xh40:0 -194,-wcehew:0
-34o,-u9rek0:-2s0,-1p1x00:0 -4cs,-u9rbs0:-5k0,32t740:-2s0 -6rk,-15r12kg:-5k0 -apo,-u63pac:-b40,6yf4g0:-8c0,872gc0:-b40,l89fc0:-8c0
pnw,-133j2zw:p00,-10vsp00:qe0 q70,-133j3j0:rs0,-12a9fs0:p00,-10vsp00:qe0 o88,-133j1k8:p00,-10vsp00:qe0 nv4,-12nxx74:ob0 tgk,-133j6sk:rs0,5tp880:t60
lgc,-12nxusc:m80 -k94,-jhfaew:-jg0,6d68c0:-go0 -169,-rsibxr:0 -2s0 -rs0 -uk0 -xc0 -5k0 -8c0 2s0 rs0 uk0 xc0 1040 12w0 5k0 8c0 b40 dw0 go0 jg0 m80 p00
8wc,-nu2zkc:8c0,-kmr4c0:b40,a1b940:8c0,b34fw0:b40,blufs0:8c0,liot80:b40,ne0t40:8c0,o4o580:b40 -23,-1rprx9x:0,-m6840:2s0,yd6w0:0
97c,-qcx400:8c0,-kmr4c0:b40,a1b940:8c0,b34fw0:b40,blufs0:8c0,liot80:b40,ne0t40:8c0
53s,-1ayy7rs:53c,-nu113c:5k0,-kmr1k0:8c0,-evpf00:2s0,-db2g80:8c0,b34fw0:5k0,liow00:8c0
6yh,-rx5dmh:707,-qcx400:8c0,-ontcc0:5k0,-kmr1k0:8c0,b34fw0:5k0,bi8yo0:8c0,liot80:b40,ne0t40:8c0
6bc,-1ayy8zc:6ao,-nu12ao:5k0,-kmr1k0:8c0,-ep8300:2s0,-df8g80:8c0,ap2vw0:5k0,cp3bo0:8c0,e7u040:5k0,n382o0:b40,ne0t40:8c0
99w,-qcx400:8c0,-kmr4c0:b40,a1b940:8c0,b34fw0:5k0,bchk00:8c0,bdkg00:b40,kzyns0:8c0,liot80:b40
8j6,-qcx400:8c0,-kmr4c0:b40,9il6g0:8c0,b34fw0:b40,blufs0:8c0,liot80:b40,ne0t40:8c0,ohmt80:b40
8yo,-qcx400:8c0,-kmr4c0:b40,a1b940:8c0,b34fw0:5k0,bi8yo0:8c0,liot80:b40,ne0t40:8c0,o4o580:b40
884,-q3cw84:8c0,-kmr4c0:b40,9il6g0:8c0,b34fw0:b40,blufs0:8c0,liot80:b40,ne0t40:8c0,pha580:b40,qlyvs0:8c0 des,-wvpc2s:dw0,dkgss0:go0 dm0,-57x6y0:dw0
anc,-wvp9bc:b40 uzk,-100f8bk:uk0,-h817w0:rs0,-f08x40:p00,-dip2c0:uk0,-4r7w0:-xc0,cc3yo0:xc0 w1g,-100f9dg:xc0 xz0,-1gsp0n0:y10,-ciya10:zf0
yv4,-14fxxj4:-vsw,-usiiv4:-vy0,-afqw20:-uk0,lx0h40:1040 st4,-1ayyvh4:r8w,-1354j8w:rs0,-ecsh40:p00,-cpsbo0:rs0,nh90g0:uk0 v64,-u964i4:uk0
0,-gvk800:-xc0,535io0:-uk0,d1o980:1040 -vpk,-100dhmg:-uk0,lx0jw0:1040 x4w,-sa2x4w:xc0 -glc,-kcr62o:-dw0,8cmlw0:-go0 -ozo,-tvndoc:-p00 tmc,-tvowac:uk0
-13v0,-1t8j1h0:qt0,-100f450:rs0,-en8eg0:p00,-d9n500:rs0 -t8e,-12lnw3m:-t60,-brzum0:-rs0 -t4w,-100dk74:-tmo,535eyo:-rs0,d1o6g0:12w0
-10hg,-1t8j4uk:u6k,-100f7ik:uk0,-su52k0:p00,-qknl00:uk0,-h817w0:rs0,-f08x40:p00,-cqtd00:uk0,-4r7w0:xc0,f4tw00:uk0 -pu0,-tvncu0:-qe0
z20,-14fxxq0:-vm0,-usij20:-uk0 uws,-pjxiws:vy0,-e9rby0:p00,-couzo0:vy0,4r4dm0:xc0 -vgs,-8zbv78:-vhc,-2vdcio:-uk0 v3s,-100f8fs:v40,-9x0ps0:vy0,nvney0:uk0
uto,-u9645o:uk0 -15rg,-1t8izkk:owk,-100f28k:p00 -o38,-100dp8s:-nm0,es2cy0:-m80 112w,-10jifqw:-tl4,-8zbx2w:-t60,4mj960:-rs0 -rp4,-tvnayw:-rs0
y80,-corjk0:y9c,-4p3zlc:1040
`;
