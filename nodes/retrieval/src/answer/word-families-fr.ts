/** French words that ask for or say the same thing in everyday and office language; see `word-families-en.ts`. Accents don't count. */
export const frenchFamilies = `
coute coutent couter cout couts prix tarif tarifs frais payer paie paient paye payes payant payante payants paiement regler montant facture facturee facturees cher chere
amende amendes penalite penalites sanction
gratuit gratuite gratuits gratuites gratuitement offert offerte offerts
rembourse rembourses remboursee remboursees rembourser remboursement rendue
enfant enfants jeunesse fils fille filles petit petits gamin
bebe bebes nourrisson
adolescent adolescents ado ados jeune jeunes jeunesse mineur mineurs
adulte adultes majeur
parent parents mere pere tuteur representant
eleve eleves ecolier ecoliers etudiant etudiants
telephone telephones telephoner appeler appelez appelle appel portable smartphone
courriel courriels mail mails email message messages electronique
wifi internet fil reseau connexion
ordinateur ordinateurs pc
voiture voitures vehicule vehicules auto conduire conduit conducteur conducteurs
stationnement stationner garer parking
velo velos bicyclette bicyclettes
film films dvd
photo photos photographie photographies photographier image images
autorise autorises autorisee autorisees autorisation permis permise permettre permet droit admis admise admises possible interdit interdite interdits interdites interdire interdiction defendu defense
prolonger prolonge prolongee prolongation prolongations renouveler renouvele renouvellement
reserver reserve reserves reservee reservees reservation reservations
annuler annule annulee annulation
rendre rend rendu rendue rendus rendues retour retours retourner rapporter restituer restitution
inscrire inscrit inscrite inscrits inscrivent inscription inscriptions adherer adherent membre membres abonnement abonner
diriger dirige dirigee directeur directrice direction responsable responsables gerer gere preside presidee presider president presidente confie confiee tient tenue chef charge
occuper occupe occupent charge responsable confie confiee
animer anime animee animatrice animateur avec
age ages agee ans
handicape handicapes handicap handicapees fauteuil roulant accessible accessibilite acces mobilite
malade malades maladie hospitalisation hopital
retard retards tard tardif
echeance delai limite
commencer commence commencent debut debute debuter demarre
finir finit finissent fin termine terminer
ouvrir ouvre ouvrent ouvert ouverte ouverts ouvertes ouverture ouvrit
fermer ferme ferment fermee fermes fermees fermeture fermetures
ouvrir ouvre ouvrent ouvert ouverte ouverts ouvertes ouverture ouvrit fermer ferme ferment fermee fermes fermees fermeture fermetures
horaire horaires heure heures
durer dure duree valable validite
reclamation reclamations plainte plaindre reclamer
aide aider aides assistance
manger mange mangent repas nourriture dejeuner sandwich plat plats
boire boit boisson boissons
fumer fume cigarette cigarettes vapoter tabac
louer loue location locations
imprimer impression impressions imprimante imprimantes
copie copies copier photocopie photocopies photocopieuse photocopier
noel decembre
animal animaux chien chiens chat
personnel agent agents employe employes equipe salarie salaries
habiter habite habitent habitant habitants domicile adresse vivre vivent population loger logent demeurer
demenager demenagement
etage niveau
toilettes sanitaires wc
ascenseur elevateur
peser pese poids lourd kilogramme kilogrammes kilos
haut haute hauteur
long longue longueur
grand grande taille superficie surface metres
capacite accueillir accueille contenir contient recevoir places
an ans annee annees annuel annuelle
mois mensuel mensuelle
semaine semaines hebdomadaire
jour jours quotidien journee
assurer assure assures assurance
donner dons don donne legs accepter acceptons accepte
visiteur visiteurs visite visites
auteur autrice auteurs ecrivain
remplacer remplace remplacee remplacement
effacer efface effacees effaces supprimer supprime supprimees supprimes detruire
perdre perds perd perdu perdue perdus perdues perte egare egarer
trouver trouve trouves trouvee trouvent situe situee situer
preter prete pretent pretes pretee pret prets emporter emporte emportes emprunter emprunte empruntes emprunt emprunts
vendre vend vendu vendue vendus vente ventes braderie
acheter achete achat achats
apporter apportez apporte amener
choisir choisi choisis choisit choisie choix
ecrire ecrit ecrite ecriture
lire lit lu lue lus lecture
prendre prend prends pris prise
naitre nee ne naissance fonder fonde fondee fondateur fondatrice creer cree creee creation
gagner gagne gagnant
voler vole volee volees vol
casser casse cassee cassees abime abimes abimer endommage degrade
reparer repare reparation reparations
conserver conserve conserves garder garde gardes gardees gardee conservation
lieu lieux endroit situe
nommer nomme surnomme appelle nom
desservir dessert dessertes arret arrets arrete arretent
papier papiers piece pieces document justificatif
identite
seul seuls seule accompagne accompagnes accompagnee
contester contestee contestation recours
rapporter rapporte recette recettes somme
bruit silence silencieux calme
vacances conges scolaires
obligatoire obligatoires faut necessaire necessaires exige exigee requis
maximum plus limite
minimum moins
recevoir recoit recoivent recu recus recue recues accueillir accueille
tenir tient tiennent tenu tenue
venir vient viennent venu venue venus
prendre prend prennent prenez pris prise
mettre met mettent mis mise
lire lit lisent lu lue lus
ecrire ecrit ecrivent ecrite
offrir offre offrent offert
repondre repond repondent reponse reponses
attendre attend attendent attendu attente
descendre descend descendu
connaitre connait connu connue
mourir meurt mort morte
construire construit construite construction
suivre suit suivent suivi suivie
vivre vit vivent vecu
partir part partent parti depart
sortir sort sortent sorti sortie
servir sert servent servi service
promettre promet promettait promis promise
joindre joint jointe contacter
valoir vaut valent valeur
plaire plait plaisent
asseoir assis assise
voir voit voient vu vue
savoir sait savent su
dire dit disent
faire fait font
aller va vont
rassembler rassemble rassemblent retrouver retrouve retrouvent reunir reunit reunissent rejoindre
jouer joue jouent jeu jeux
demander demande demandee demandes reserve reserver
`;
